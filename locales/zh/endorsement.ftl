# Refusals of endorsement: each says what would be allowed.
refusal-endorsement-already-open = 本案文已开放供赞同。
refusal-endorsement-not-open = 本案文尚未开放供赞同。案文通过后，秘书处可开放供赞同。
refusal-text-digest-differs = 向您显示的内容不是已通过的{ $symbol }案文。请重新加载页面，阅读所通过的案文，然后再作处理。
refusal-already-endorsed = 贵组织已赞同本案文。可以补充保留，也可以撤回赞同。
refusal-already-declined = 贵组织已表示不予赞同。仍可表示赞同。
refusal-endorsement-stands = 贵组织的赞同继续有效。请先撤回赞同，再表示不予赞同。
refusal-no-endorsement-to-withdraw = 贵组织对本案文没有可撤回的赞同。可以赞同，也可以不予赞同。
refusal-too-many-acts = 关于本案文的行为已有{ $limit }项，达到记录册的上限。请以书面形式将该行为送交秘书处。

# Letters.
letter-receipt-endorsement-subject = 回执：{ $symbol }
letter-receipt-endorsement-body =
    尊敬的{ $name }：

    { $act ->
        [endorse] 兹确认{ $organisation }赞同{ $symbol }。
        [endorse-with-reservation] 兹确认{ $organisation }有保留地赞同{ $symbol }。
        [decline] 兹确认{ $organisation }对{ $symbol }不予赞同。
       *[withdraw] 兹确认{ $organisation }撤回对{ $symbol }的赞同。
    }

    这是关于本案文的第{ $number }号行为，已按原样载入记录册。
    所显示案文的摘要值：{ $digest }

    如此行为并非您所作，请立即致函秘书处。
letter-notice-withdrawal-subject = 通知：撤回对{ $symbol }的赞同
letter-notice-withdrawal-body =
    尊敬的{ $name }：

    { $organisation }已撤回对{ $symbol }的赞同（第{ $number }号行为）。

    贵组织本身的赞同不受影响。撤回前后的计数均保留在记录册中。
