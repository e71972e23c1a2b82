# Refusals of accreditation: each says what would be allowed.
refusal-organisation-already-invited = 该组织已获邀请参加峰会。请向其联络人发送新链接，或邀请主张同一席位的另一代表团。
refusal-too-many-delegations = 每个组织在一届峰会中最多可有{ $limit }个代表团，已驳回和已撤销的也计算在内。请就其现有代表团之一作出决定。
refusal-delegation-empty = 代表团尚无任何成员。请至少录入一名成员，然后提交全权证书。
refusal-delegation-has-head = 代表团已有团长。请为该成员选择其他身份，或先修改或撤下现任团长。
refusal-representatives-full = 代表团已有{ $limit }名代表，达到议事规则允许的上限。请将该成员录入为副代表或顾问。
refusal-alternates-full = 代表团已有{ $limit }名副代表，达到议事规则允许的上限。请将该成员录入为顾问。
refusal-advisers-full = 代表团已有{ $limit }名顾问，达到本届峰会规则允许的上限。请先撤下一名顾问。
refusal-delegation-full = 代表团已有{ $limit }名成员，达到一个代表团的上限。请先撤下一名成员。
refusal-member-verified = 该成员的条目已经核验。秘书处可以修改；也可撤下该成员，另行录入一人。
refusal-member-withdrawn = 该成员已被撤下。请重新录入此人。
refusal-member-already-accredited = 该成员已获认证。如需新链接或新出入证，请重新签发。
refusal-not-an-alternate = 只有副代表可被指定代行代表职责。请先将该成员的身份改为副代表。
refusal-credentials-not-submitted = 全权证书尚未提交。联络人提交后方可核验。
refusal-credentials-submitted = 全权证书已提交，尚未核验。请先核验，然后可予接受、提出异议、暂缓决定或驳回。
refusal-credentials-verified = 全权证书已经核验。现在可予接受、提出异议、暂缓决定或驳回。
refusal-credentials-accepted = 全权证书已接受。仍可提出异议或予以撤销。
refusal-credentials-challenged = 全权证书受到异议，代表团暂准出席。可予接受、驳回或撤销。
refusal-credentials-deferred = 关于全权证书的决定已暂缓。可予接受、提出异议、驳回或撤销。
refusal-credentials-rejected = 全权证书已驳回。如该组织另派代表团，请再次邀请该组织。
refusal-credentials-revoked = 全权证书已撤销。如该组织另派代表团，请再次邀请该组织。
refusal-seat-contested = 另一代表团（{ $rival }）主张同一席位。请决定由哪个代表团就席；在此之前，先提交全权证书者暂准出席。
refusal-no-rival = 没有其他代表团主张该席位。请按通常方式接受全权证书。
refusal-nothing-verified = 没有已核验的全权证书等待决定。请先核验已提交的全权证书，有争议的席位逐一决定。

# Letters.
letter-invitation-focal-point-subject = 邀请：{ $summit }
letter-invitation-focal-point-body =
    尊敬的{ $name }：

    谨邀请{ $organisation }参加{ $summit }。您是该组织的联络人。

    请打开以下链接，录入贵代表团的成员，然后提交全权证书：
    { $link }

    此链接只能在一台设备上使用一次，有效期至{ $until }。请勿转发。如链接已失效或遗失，秘书处将另发新链接。

    秘书处
letter-invitation-delegate-subject = 您的资格认证：{ $summit }
letter-invitation-delegate-body =
    尊敬的{ $name }：

    您作为{ $organisation }代表团的成员，已获得参加{ $summit }的资格认证。

    请在您将于峰会期间使用的设备上打开以下链接：
    { $link }

    此链接只能使用一次，有效期至{ $until }。请勿转发。

    您的出入证编码为{ $badge }。请在所到会场出示以便签到。如编码可能已被他人看到，请向秘书处申领新出入证；旧证随即失效。

    秘书处
