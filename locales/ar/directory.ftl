# Refusals of the directory: each says what would be allowed.
refusal-directory-changed = سُجِّلت منظمة أخرى في هذه الأثناء. ولم يُسجَّل شيء من هذه القائمة: راجعوها مرة أخرى ثم سجلوها.
refusal-directory-full = اكتمل الدليل، والحد الأقصى لعدد المنظمات فيه هو { $limit }. عدلوا المدخلات القائمة بدلا من إضافة غيرها.
refusal-umbrella-has-members = هناك منظمات أخرى أعضاء في هذه المنظمة الجامعة. عدلوا مدخلاتها أولا، ثم يمكن حذف المنظمة الجامعة من الدليل.
refusal-organisation-has-delegation = لهذه المنظمة وفد، أو كان لها وفد، ولذلك يبقى مدخلها مع السجل. عدلوا المدخل بدلا من حذفه.
refusal-organisation-has-seats = هناك من يشغل مقعدا لهذه المنظمة. أنهوا تلك المقاعد أولا، ثم يمكن حذف المنظمة من الدليل.
