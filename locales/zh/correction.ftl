# Corrections of an adopted text: written, proposed, objected to, issued.
correction-title = 更正
text-correct = 更正
correction-rule = 更正只改动其所列语文，不涉及其他语文。凡有权反对的代表团均获通知；一项正式反对即可使其终止。期限届满而无人反对时，更正予以印发，案文视为自始即已更正。
correction-none = 本案文没有更正
correction-none-next = 通过后发现的错误应报告秘书处，由秘书处提出更正。
correction-state-open = 已提出
correction-state-issued = 已印发
correction-state-blocked = 因正式反对而终止
correction-state-withdrawn = 已撤回
correction-reason = 理由
correction-languages = 更正的语文
correction-proposed = 提出时间
correction-until = 反对截止时间
correction-issued = 印发时间
correction-withdrawn = 撤回时间
correction-blocked = 正式反对
correction-paragraph = 第{ $place }段
correction-before = 更正前
correction-after = 更正后
correction-title-digest = 此语文标题的 SHA-256：
correction-manifest = 所有语文文本合计的摘要值
correction-untouched = { $count ->
    [0] 没有其他语文。
   *[other] 其他{ $count }种语文的摘要值不变。
}
correction-corrected-by = 由 { $correction } 更正
correction-digest-before = { $correction } 之前为
correction-proposed-notice = 已提出更正：
correction-look = 查看更正
correction-object = 正式反对更正
correction-object-about = 一项正式反对即可使更正终止。贵组织的名称和理由将予公布。
correction-object-reason = 贵组织反对的理由
correction-issue = 印发更正
correction-withdraw = 撤回更正
ask-withdraw-correction = 撤回这项更正？凡已获通知的代表团都将得知；可另行提出更正。
done-prepare-correction = 已保存。尚未通知任何人。
done-propose-correction = 更正已提出，并已通知各代表团。
done-object-to-correction = 正式反对已记录，更正终止。
done-withdraw-correction = 更正已撤回。
done-issue-correction = 更正已印发。

# Writing and proposing one.
correcting-title = 更正案文
correcting-step-write = 撰写
correcting-step-propose = 征询代表团
correcting-choose = 请选择要更正的语文。
correcting-changed = （已改动）
correcting-save = 保存并查看差异
correcting-reset = 此语文保持不变
correcting-preview = 更正的内容
correcting-propose = 提出更正
correcting-propose-about = 凡有权反对的代表团都会收到信函，更正提案随即公开。在此之前无人可见。
correcting-window = 反对期限
correcting-window-hint = 自现在起算，届满即自动终止。
window-quarter = 15分钟（会议进行中）
window-day = 1天
window-three-days = 3天
window-week = 7天
window-month = 30天
window-quarter-year = 90天

# Endorsements before and after.
endorsements-before-correction = 更正前作出且仍有效
endorsements-before-correction-why = 更正前已赞同者仍赞同当时的案文，在再次采取行动之前另行计算。
endorsements-from-before = 更正前
delegate-endorse-corrected = 贵方的赞同仍然有效。也可赞同更正后的案文。

# On paper, and in the list of changes.
paper-object-to-correction = 对更正的正式反对
paper-no-correction = 没有可提出反对的更正
paper-no-correction-next = 更正在案文页面上提出。
change-correction-proposed = 已提出对{ $text }的更正。
change-correction-blocked = { $name }正式反对{ $text }的更正，更正终止。
change-correction-withdrawn = { $text }的更正已撤回。
change-text-corrected = { $text }已更正。

# Refusals: each says what would be allowed.
refusal-correction-open = { $symbol } 仍可提出反对。请先撤回，或等期限届满后再准备另一项更正。
refusal-no-correction-open = { $symbol } 已没有待决的更正。其页面显示上一项的结果；可另行提出。
refusal-correction-window-over = 对 { $symbol } 的反对期限已于 { $until } 届满。可向秘书处提议另一项更正。
refusal-correction-window-open = 对 { $symbol } 的反对可在 { $until } 之前提出。此后方可印发。
refusal-correction-changes-nothing = 与已通过案文（{ $language }）没有差异。请改动有误之处，或选择其他语文。
refusal-correction-empty = 尚未撰写对 { $symbol } 的更正。请按语文逐一撰写，然后提出。
refusal-correction-as-before = 这与 { $symbol } 更正前的文字完全相同，而记录册对每个文本只收录一次。请另行措辞，或保持案文不变。
refusal-too-many-corrections = 本案文的更正已达上限{ $limit }项。可另拟新案文，使用其自身文号。

# Letters.
letter-notice-correction-proposed-subject = 已提出对{ $symbol }的更正；反对截止于{ $until }
letter-notice-correction-proposed-body =
    尊敬的{ $name }：

    { $correction } 仅更正{ $symbol }的下列语文：{ $languages }。更正内容见 { $origin }/correction?of={ $text }

    贵组织可在{ $until }之前提出正式反对。一项正式反对即可使更正终止。无人反对时，更正届时印发，案文视为自始即已更正。贵组织的赞同仍然有效，并计为更正前作出。
letter-notice-correction-blocked-subject = { $correction } 因正式反对而终止
letter-notice-correction-blocked-body =
    尊敬的{ $name }：

    { $organisation }正式反对 { $correction }；该更正原拟更正{ $symbol }的：{ $languages }。案文保持通过时的文字。理由见 { $origin }/correction?of={ $text }

    期限原应于{ $until }届满。可另行提出更正。
letter-notice-correction-withdrawn-subject = { $correction } 已撤回
letter-notice-correction-withdrawn-body =
    尊敬的{ $name }：

    秘书处在期限（{ $until }）届满前撤回了 { $correction }；该更正原拟更正{ $symbol }的：{ $languages }。案文不变：{ $origin }/correction?of={ $text }
letter-notice-correction-issued-subject = { $symbol } 已由 { $correction } 更正
letter-notice-correction-issued-body =
    尊敬的{ $name }：

    在{ $until }之前无人反对 { $correction }。{ $symbol }的下列语文自始更正：{ $languages }；其他语文一字不变。两种文本及其摘要值见 { $origin }/correction?of={ $text }

    贵组织如已赞同案文，其赞同仍然有效，并计为更正前作出。也可赞同更正后的案文。
