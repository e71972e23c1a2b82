# Refusals at the venue desk and of remote check-in: each says what would be allowed.
refusal-badge-unknown = 没有此编码的出入证。请核对十个字符，重新扫描或输入；如仍不行，请询问秘书处。
refusal-badge-reissued = 已签发新出入证取代此证，此证已失效。请扫描新出入证。
refusal-badge-withdrawn = 此证持有人不是已获认证的代表团成员。代表团联络人可录入此人，然后由秘书处接受该成员。
refusal-badge-not-seated = 此人所属代表团尚未就席：其全权证书未获接受。秘书处接受全权证书或暂准该代表团出席后，其成员即可签到。
refusal-badge-of-other-summit = 此证属于另一届峰会。请扫描为本届峰会签发的出入证。
refusal-checked-in-elsewhere = 此人已在另一会场（{ $venue }）签到。请先在此签到，或在该处签退。
refusal-checked-in-remotely = 此人正在远程与会。请先在此签到，或在本人页面签退。
refusal-not-checked-in = 此人未签到。请先签到。
refusal-no-badge = 此人没有出入证，因为该成员未获认证。请先接受该成员，接受后即签发出入证。
refusal-no-flag = 此证没有未解除的标记。无需解除。

# Letters.
letter-badge-reissued-subject = 您的新出入证：{ $summit }
letter-badge-reissued-body =
    尊敬的{ $name }：

    已为您签发{ $summit }的新出入证。其编码为{ $badge }。

    您原来的出入证及其所有副本均已失效。请在所到会场出示新编码以便签到。

    秘书处
