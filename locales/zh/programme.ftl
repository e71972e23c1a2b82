# What the programme does not allow now, and what it would allow instead.

refusal-summit-meeting-in-progress = 本届峰会有一次会议正在进行。请主席先宣布散会，然后方可结束峰会。
refusal-summit-closed = 本届峰会已结束，作为存档保留。请选择当前的峰会，或召集新的峰会。
refusal-too-many-summits = 本服务器最多保存{ $limit }届峰会。如需更多，请在另一服务器上召集。
refusal-summit-closes-before-it-opens = 末日早于首日。末日请选择{ $opens }或其后的日期。
refusal-main-venue-exists = 本届峰会已有主会场。请将此处录入为分会场，或修改某一分会场，使其成为主会场。
refusal-main-venue-needed = 峰会须有主会场。请先将另一会场改为主会场，此处随即成为分会场。
refusal-venue-stays-in-summit = 会场须留在其录入时所属的峰会。请为另一届峰会录入新会场。
refusal-venue-in-use = 该会场已经使用，或峰会已经开始，因此须保留在记录册中。您仍可修改其条目。
refusal-too-many-venues = 一届峰会最多有{ $limit }处会场。请先移除未使用的会场。
refusal-no-main-venue = 会议按主会场的日期安排。请先录入主会场。
refusal-too-many-meetings = 一届峰会最多有{ $limit }次会议。请改为修改先前录入的会议。
refusal-meeting-stays-in-summit = 会议须留在其所属峰会。请选择同一峰会的会场，或在另一届峰会中安排新会议。
refusal-meeting-over = 该会议已经结束，其时间和会场保持不变。您仍可更正其名称。
refusal-meeting-cancelled = 该会议已取消。请改为安排新会议。
refusal-meeting-ends-before-it-begins = 会议的结束时间须晚于开始时间。请选择{ $start }之后的结束时间。
refusal-meeting-too-long = 一次会议最长{ $limit }小时。请将其余部分另行安排为一次会议。
refusal-meeting-outside-summit = 会议在{ $opens }至{ $closes }期间举行。请选择其间的日期，或先修改峰会日期。
refusal-venue-taken-then = { $from }至{ $to }，该会场另有会议。请选择在此之前或之后的时间，或另选会场。
refusal-item-stays-in-meeting = 议程项目须留在其所属会议。请在另一次会议中录入新项目。
refusal-too-many-items = 一份议程最多有{ $limit }个项目。请为其余项目另行安排一次会议。
refusal-order-incomplete = 新次序须将{ $count }个项目逐一列出，各列一次。请重新加载议程，再次排序。
refusal-too-many-keynotes = 一次会议最多有{ $limit }个主旨发言。请将此发言安排在另一次会议。
refusal-precedence-drawn = 本届峰会已抽签一次：{ $first }居首席。不再重新抽签。
refusal-nobody-to-draw = 没有可供抽签的成员组织。请先登记成员。
refusal-organisation-in-programme = 该组织是峰会的召集组织、会场的东道组织，或派有主旨发言者。请先修改日程，再将其移出名录。
