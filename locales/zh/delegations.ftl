# Accreditation, delegations, members.
accreditation-no-summit = 请先召集峰会
accreditation-states = 全权证书状态
accreditation-rivals = 席位有争议
accreditation-rival = 席位有争议
accreditation-contested = 另一代表团主张这一席位。只能有一个代表团就席；此前所作的行为继续有效。
rival-decide = 由该代表团就席
delegations = 代表团
accept-all = 全部接受已核验的
credentials-submit = 提交全权证书
credentials-submit-about = 秘书处随后审查各成员。以后增补的成员将逐一接受。
credentials-submit-sure = 向秘书处提交全权证书？
credentials-verify = 符合要求：核验
credentials-accept = 接受
credentials-challenge = 提出异议
credentials-defer = 暂缓决定
credentials-reject = 驳回
credentials-revoke = 撤销

invite-open = 邀请组织
invite-about = 受邀组织的联络人会收到一个链接，有效期14天，只能使用一次；联络人由此录入代表团。
invite-all = 全部邀请
invite-all-about = 名录中尚有{ $left }个组织未获邀请；此举将邀请其中{ $count }个。没有地址的信函留待打印。
invite-all-sure = 邀请所有这些组织？
invite-one = 邀请一个组织
invite-rival = 作为同一席位的第二个代表团
invite-rival-hint = 仅用于两个代表团均主张代表该组织的情况。
invite-everybody-is = 名录中的所有组织均已获邀请
invite-everybody-is-next = 请先录入其他组织。
representatives-import = 导入代表名单

members = 成员
members-none = 尚未录入任何成员
members-none-next = 请先录入代表团团长，再录入其他成员。
members-full = 该代表团名额已满。请撤下一名成员以腾出名额。
members-late = 全权证书已经核验：现在录入的成员须由秘书处接受。
member-add = 录入成员
member-acts = 可进行的操作
member-accept = 接受该成员
member-withdraw = 撤下该成员
member-withdraw-sure = 撤下该成员？其席位和出入证随即失效。
member-designate = 指定该副代表代行代表职责
member-undesignate = 不再代行代表职责
link-reissue = 发送新链接
link-reissue-about = 用于设备遗失或信函失效的情况。原链接随即失效。
badge-reissue = 签发新出入证
badge-reissue-sure = 签发新出入证？原证及其所有副本随即失效。
badges-sheet = 出入证打印页
badges-print = 请打印本页。每张出入证宽86毫米。
badges-none = 尚无出入证
badges-none-next = 全权证书接受后，成员即获得出入证。
badge-erased = 编码已删除。请签发新出入证。
focal-point-access = 联络人的访问权
devices-signed-in = { $count ->
    [0] 未在任何设备上登录
   *[other] 已在{ $count }台设备上登录
}

delegation-none = 贵组织没有参加本届峰会的代表团。请要求秘书处邀请贵组织。
delegation-invited = 请录入贵代表团的成员，然后提交全权证书。
delegation-submitted = 秘书处正在审查贵方的全权证书。您仍可录入和修改成员。
delegation-verified = 贵方的全权证书符合要求，接下来将作出决定。
delegation-accepted = 贵代表团已就席。各成员已通过信函获得链接和出入证。
delegation-challenged = 贵方的全权证书受到异议。在作出决定之前，贵代表团暂准出席，享有同等权利。
delegation-deferred = 决定已暂缓。请向秘书处查询所缺事项。
delegation-rejected = 贵方的全权证书已驳回。请向秘书处查询如何提交新的代表团。
delegation-revoked = 贵方的资格认证已撤销。贵代表团所作的行为保留在记录册中。

done-invite-organisation = 该组织已获邀请。信函已进入发件箱。
done-invite-organisations = 各组织已获邀请。信函已进入发件箱。
done-enter-member = 成员已录入。
done-amend-member = 成员条目已修改。
done-withdraw-member = 成员已撤下。
done-designate-alternate = 指定已记录。
done-submit-credentials = 全权证书已提交。
done-verify-credentials = 全权证书已核验。
done-accept-credentials = 全权证书已接受。成员的信函已进入发件箱。
done-challenge-credentials = 异议已记录。该代表团暂准出席。
done-defer-credentials = 决定已暂缓。
done-reject-credentials = 全权证书已驳回。
done-revoke-credentials = 资格认证已撤销。
done-accept-member = 成员已获认证。信函已进入发件箱。
done-accept-all-verified = 已核验的代表团已接受。如仍有未处理的，请再按一次。
done-decide-rival = 席位归属已决定。
done-reissue-badge = 新出入证已签发。
