# Voting: what is asked, how votes are taken, what came of it.
nav-polls = 表决
polls-lead = 本届峰会付诸表决的问题。表决截止前不显示任何数字。
polls-none = 尚无问题付诸表决
polls-none-next = 主席将问题付诸表决后即显示在此。
poll-question = 问题
poll-method = 表决方式
poll-meeting = 会议
poll-state = 状态
poll-number = 第 { $number } 次表决
poll-electorate = 有表决权者
poll-entitled = { $count ->
   *[other] { $count } 个已就席代表团
}
poll-roll = 唱名次序
poll-roll-from = 按字母顺序，经抽签从 { $name } 开始
poll-manifest = 问题清单的摘要 (SHA-256)
poll-adopt-text = 通过 { $symbol }：
poll-recorded = 记录表决
poll-roll-call = 唱名表决
poll-hands = 举手表决
choice-yes = 赞成
choice-no = 反对
choice-abstain = 弃权
choice-not-participating = 不参加表决
choice-absent = 缺席
poll-open = 正在表决
poll-locked = 表决已截止
poll-cancelled = 已取消
poll-carried = 通过
poll-not-carried = 未通过
poll-received = { $count ->
   *[other] { $all } 票中已收到 { $count } 票
}
poll-progress = 已收到的票
poll-being-called = 正在点名：
poll-left-to-call = （名单上还剩 { $count } 个）
poll-given-up = 表决已取消，未开启任何选票。
poll-no-figures = 截止前任何人都看不到他人如何投票。
poll-majority = 在出席并参加表决的 { $voting } 票中需要 { $needed } 票赞成。弃权者视为未参加表决。
poll-not-declared = 主席尚未宣布结果。
poll-tie = 赞成与反对票数相等：提案未获通过。
poll-tie-chair = 赞成与反对票数相等：由主席决定。
poll-nobody-named = 举手表决不记录各方名称。
poll-votes-signed = { $count ->
   *[other] { $count } 票已签名并载入可核查记录。
}
poll-votes-on-paper = { $count ->
   *[other] { $count } 票以书面提交：计入此处，但不在记录中，记录将其投票方计为缺席。
}
poll-outside-record = 这些选票不在可核查记录中：未以密钥签名，因此他人无法核查。
poll-votes = 各方投票情况
poll-vote = 投票
poll-weight = 票数
poll-intended = 原拟投票：{ $choice }
seat-unopened = 选票未开启
hall-voted = { $count ->
   *[other] 票已收到，共 { $all } 票
}

# The chair.
voting-now = 表决
voting-look = 查看表决
chair-voting = 正在表决，见下方。只有程序问题可以中断表决。
chair-put-question = 将问题付诸表决
chair-put-text = 付诸表决
chair-open-poll = 开始表决
chair-call-next = 未应答：叫下一个
chair-lock = 截止表决
ask-lock = 截止表决？此后不能再投票或更改，选票随即开启。
chair-declare = 宣布结果
chair-tie-carried = 裁定平局：通过
chair-tie-rejected = 裁定平局：不通过
chair-cancel-poll = 取消表决
chair-cancel-reason = 理由（向所有人公开）
ask-cancel-poll = 取消表决？已投的票将永不开启。
put-question-lead = 表决一旦开始，除就表决进行方式提出的程序问题外，不得中断。
put-question-order = 唱名次序所用语文
put-question-order-hint = 用于唱名表决：按何种语文的字母顺序。首先点名者由抽签决定。

# The delegate.
vote-received = 已收到贵代表团的投票：
vote-may-change = 截止前可以更改，以最后一次为准。
vote-stands = 表决已截止，不能再更改。
vote-you-are-called = 正在点贵代表团的名：请投票
vote-your-place = 贵代表团在名单上排第 { $place }，点到时投票。
vote-not-cast = 贵代表团尚未投票。
done-cast-vote = 已收到您的投票。
done-open-poll = 表决已开始。
done-lock-poll = 表决已截止，选票已开启。
done-declare-result = 结果已宣布。

# Minutes and changes.
minute-poll-opened = 第 { $number } 次表决开始
minute-poll-carried = 第 { $number } 次表决：通过
minute-poll-rejected = 第 { $number } 次表决：未通过
minute-poll-cancelled = 第 { $number } 次表决取消
change-poll-opened = 第 { $number } 次表决开始
change-poll-carried = 第 { $number } 次表决：通过
change-poll-rejected = 第 { $number } 次表决：未通过
change-poll-cancelled = 第 { $number } 次表决取消
minute-poll-locked = 第 { $number } 次表决截止
minute-intention = { $name } 在第 { $number } 次表决中的原意已记录
change-intention-noted = { $name } 在第 { $number } 次表决中的原意已记录
change-poll-locked = 第 { $number } 次表决截止：赞成 { $yes }，反对 { $no }，弃权 { $abstain }
change-roll-passed = 第 { $number } 次表决：点名 { $name }，未应答
change-text-adopted-by-vote = { $text } 经表决通过

# Refusals: each says what would be allowed.
refusal-voting-under-way = 正在表决。除就表决进行方式提出程序问题外不得中断；宣布结果后再继续。
refusal-poll-locked = 表决已截止：不能再投票或更改。误投者可要求记录其原意。
refusal-poll-not-locked = 表决尚未截止。请先截止；此前仍可更改投票。
refusal-poll-cancelled = 本次表决已取消。主席可再次将问题付诸表决。
refusal-result-declared = 结果已宣布，维持不变。
refusal-nobody-to-call = 名单上各方均已点名，可以截止表决。
refusal-another-is-called = 现在点名的是 { $name }，请从此处继续。
refusal-intention-already-noted = 贵代表团的原意已记录 { $limit } 次，达到一次表决的上限。
refusal-nobody-is-named = 举手表决不记名，不记录个别投票。请要求记录表决。
refusal-too-many-polls = 已有 { $limit } 次表决，达到上限。
refusal-text-or-question = 请将案文或问题之一付诸表决，不可同时。
refusal-one-seat-one-vote = 本峰会规则规定一席一票。加权表决须由规则规定。
refusal-not-in-electorate = { $name } 不在有表决权者之列：名单在表决开始时已确定。
refusal-nobody-may-vote = 没有已就席且有表决权的代表团。请先接受一个成员的全权证书。
refusal-electorate-too-large = 一次最多 { $limit } 个代表团表决。请分会议处理。
refusal-not-called-yet = 贵代表团排第 { $place }，尚未点名。点到时再投票。
refusal-poll-not-in-record = 本次表决的选票不载入记录，无须签名。请不签名投票。
refusal-vote-already-cast = 贵代表团的投票已是如此。如要更改，请在截止前另选。
refusal-roll-not-called = { $count ->
   *[other] 正在点名 { $name }；名单上还剩 { $count } 个。点完后再截止。
}
refusal-tie-is-the-chairs = 赞成与反对票数相等，规则由主席决定：请说明是否通过。
refusal-no-tie = 没有须由主席决定的平局。请按计票结果宣布。

# Letters.
letter-receipt-vote-subject = 回执：对 { $symbol } 的投票
letter-receipt-vote-body =
    { $name }：

    兹确认已收到 { $organisation } 对 { $symbol } 的投票。

    为使选票在截止前不被读取，本回执不说明投票内容。
    已签名选票的摘要：{ $digest }

    如非您本人所为，请立即致函秘书处。
