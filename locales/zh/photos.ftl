# Photos of members.
photo-title = 照片
photo-of = { $name }的照片
photo-none = 尚无照片。照片有助于会场签到台辨认出示出入证的人。
photo-file = 图片
photo-hint = JPEG或PNG，最大{ $limit }MB。面部端正，只含本人。照片仅供秘书处、贵方联络人和会场签到台查看。
photo-set = 上传照片
photo-replace = 更换照片
photo-remove = 移除照片
photo-remove-sure = 移除这张照片？照片将被删除。
done-set-photo = 照片已保存。
done-remove-photo = 照片已删除。
refusal-photo-verified = 该成员已经核验，照片只能由秘书处更改。请将照片发给秘书处。
refusal-no-photo = 没有可移除的照片。可以上传照片。
invalid-not-a-picture = 该文件无法作为图片读取。请选择可在您设备上打开的JPEG或PNG文件。
invalid-picture-size = 图片每边须为{ $min }至{ $max }像素。请裁剪或缩放后重新选择。
invalid-file-too-large = 文件过大，最大{ $limit }MB。请缩小图片后重新选择。
