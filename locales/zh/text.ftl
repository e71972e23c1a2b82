# Refusals of joint texts: each says what would be allowed.

# Drafting and tabling.
refusal-language-not-official = 案文的作准语文须为峰会的正式语文；{ $language }不在其列。可作为译文加入案文。
refusal-too-many-texts = 本服务器已有{ $limit }个案文，达到上限。已有案文可以订正；如需更多，请在另一服务器上起草。
refusal-text-full = 案文已有{ $limit }段，达到上限。请删除一段，或将两段合并。
refusal-text-empty = 案文尚无段落。请撰写或导入段落，然后提出案文。
refusal-title-missing = 缺少{ $language }标题。所有作准语文的文本齐备后方可提出案文。
refusal-paragraph-missing = 第{ $number }段缺少{ $language }文本。所有作准语文的文本齐备后方可提出案文。
refusal-revision-tabled = { $symbol }已提出，不能再改动。请开始新的订正，在其中撰写。
refusal-revision-replaced = 已有人开始更新的订正本{ $symbol }。请查看并在其中修改。
refusal-revision-still-draft = 最新订正本仍是草案，可直接改动。提出之后方可开始新的订正。
refusal-too-many-revisions = 案文已有{ $limit }个订正本，达到上限。可另用文号起草新案文。
refusal-symbol-taken = 下一订正本的文号应为{ $symbol }，但该文号已为另一文件所用。请另用文号起草新案文。
refusal-text-not-tabled = { $symbol }尚未提出。请先备齐所有作准语文的文本，然后提出案文。
refusal-text-adopted = { $symbol }已通过，不能再改动。仍可在案文之外提出保留和表示赞同。

# Sponsors.
refusal-already-sponsor = 贵组织已是{ $symbol }的提案方。无需再作任何操作；在案文通过之前，可退出提案方。
refusal-not-a-sponsor = 贵组织不是{ $symbol }的提案方。在案文通过之前，可加入为共同提案方。

# Consensus and reservations.
refusal-consensus-open = 主席已询问是否就本案文达成协商一致。须先通过案文，或收回询问。
refusal-consensus-not-open = 主席尚未询问是否就本案文达成协商一致。须先提出询问。
refusal-objection-already-stands = 贵代表团的正式反对继续有效。可以撤回。
refusal-no-objection = { $name }没有可撤回的正式反对。
refusal-objection-stands = 未达成协商一致：{ $count ->
    [1] { $name }提出正式反对
   *[other] { $count }个代表团提出正式反对（{ $name }）
}。没有任何有效的正式反对时，案文方可通过；也可收回询问，订正案文。
refusal-too-many-reservations = 关于本案文的保留已有{ $limit }项，达到记录册的上限。
refusal-reservation-withdrawn = 这项保留已撤回。可以提出新的保留。
refusal-text-not-adopted = { $symbol }尚未通过。案文通过并开放供赞同后，方可表示赞同。
