# Refusals of seats, links and sessions: each says what would be allowed.
refusal-seat-already-ended = 该席位已终止，不能恢复。如要给予新席位，请再次邀请此人。
refusal-seat-of-member = 该席位属于一名已获认证的代表团成员。请改为撤下该成员，其席位和出入证即一并终止。
refusal-last-secretariat = 这是秘书处的最后一个席位。请先邀请另一人加入秘书处，然后方可终止该席位。
refusal-invitation-not-open = 此链接无法使用：已经用过、已被新链接取代，或不完整。请打开最新的信函，或向秘书处索取新链接。
refusal-invitation-expired = 此链接已过期。请向秘书处索取新链接。
refusal-too-many-sessions = 该席位已在{ $limit }台设备上登录，达到上限。请先让其中一台退出登录。

# Letters.
letter-invitation-subject = 您的访问权：{ $summit }
letter-invitation-body =
    尊敬的{ $name }：

    您已获得{ $summit }的访问权，身份为{ $role ->
        [secretariat] 秘书处成员
        [chair] 主席
        [focal-point] 贵组织的联络人
        [delegate] 贵代表团的成员
        [venue-operator] 会场管理员
        [director] 画面导播
        [interpreter] 口译员
       *[observer] 观察员
    }。

    请在您将使用的设备上打开以下链接：
    { $link }

    此链接只能使用一次，有效期至{ $until }。请勿转发。如链接已失效或遗失，秘书处将另发新链接。

    秘书处
