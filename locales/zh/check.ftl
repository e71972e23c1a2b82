# “自行核验”：一个数字的证据，以及在读者浏览器中的核验。
check-title = 自行核验
check-explain = 任何人都可以不依靠本网站重新计算这个数字。证据是一个文件：整个公开记录以及该数字所依据的文本。
check-download = 下载证据
check-command = 在您自己的计算机上离线使用 Hemicycle 程序：
check-start = 在此浏览器中核验
check-start-hint = 证据只下载一次。此后您的浏览器自行核验每一个签名，不再向本网站询问任何内容。
check-progress = 核验进度

# The answer
check-holds = 数字属实。
check-fails = 数字不属实。
check-unable = 此浏览器无法核验。这并不说明数字有误。
check-unable-hint = 请通过 https 使用较新的浏览器，或使用程序。
check-what = 计算的内容
check-figure-organisations = 支持该文本的组织
check-figure-countries = 国家
check-figure-by-key = 以组织自己的密钥
check-figure-by-passkey = 以代表的通行密钥
check-figure-on-paper = 以书面形式
check-figure-before-correction = 另计：对更正前文本的行为
check-figure-yes = 赞成
check-figure-no = 反对
check-figure-abstain = 弃权
check-figure-not-participating = 出席但未参加表决
check-figure-absent = 未使用的票数
check-figure-registered = 登记人数
check-figure-accredited = 获得认可人数
check-figure-present = 出席人数
check-figure-organisations-present = 出席的组织
check-position = 计算的条目数
check-checkpoint = 签署时记录的条目数
check-origin = 记录册
check-root = 所有条目的摘要
check-witnesses = 共同签署的见证方
check-no-witnesses = 没有见证方共同签署：只有记录自身的签名为其担保。
check-accreditors = 认证人密钥的指纹
check-threshold = 须共同签署的认证人数目
check-policy-warning = 应信任何人的名单是随证据一起来的。请将这些指纹与认证人在别处公布的指纹相对照。
check-skipped = 无效且不计入的条目
check-no-skipped = 记录中的每个条目都有效。
check-entry = 条目
check-code = 代码
check-reason = 原因

# Where a check failed
check-step-archive = 该文件不是证据。
check-step-policy = 应信任何人的名单有误。
check-step-checkpoint = 对记录的签名有误或不足。
check-step-tree = 条目不是所签署的条目。
check-step-entries = 有一个条目使整个记录失效。
check-step-blobs = 有文本或其他文件缺失或被改动。
check-step-claim = 数字不是记录所得出的数字。

# What is proven and what is not
check-proven = 这证明什么
check-proven-keys = 哪个密钥证明了什么，以及其进入记录的次序。
check-proven-count = 对每个条目无一遗漏地重新计算，得出的正是这些数字。
check-proven-text = 各项行为所针对的正是这些文本，每种语言都一字不差。
check-not-proven = 这不证明什么
check-not-proven-organisations = 某一组织存在或位于何处：这取决于认证人。
check-not-proven-passkey = 屏幕上显示了什么：通行密钥只证明在本网站上的一个动作。只有在别处使用的组织自己的密钥才能排除本网站。两者分别计数。
check-not-proven-now = 这是最新的状态：较早的证据对其条目数仍然成立。
check-not-proven-withheld = 没有行为被扣留：从未进入记录的行为，除签署人的回执外不留任何痕迹。
check-not-proven-witnesses = 与记录同属一方的见证方不能证明任何事。
check-not-proven-presence = 有人在场：出席仅由一名书记员的密钥证明。
check-not-proven-page = 本页面是诚实的：它来自本网站。从别处取得的程序可排除这一点。
# What the page says beside the record
check-same = 目前记录册给出的数字与本页相同。
check-differs = 本页内容并非全部已列入记录册
check-page-and-record = 本页为{ $page }，记录册为{ $record }
check-unsigned = 未签名的行为：{ $count }。他人无法核验，因此计入本页而未列入记录册。
check-presence-waits = 出席情况按五分钟或更长的批次列入记录册，以免从中看出任何人的到场时间；代表团则在数秒内列入。
check-presence-stays = 记录册计入曾出席峰会的所有人；本页计入目前在场者。
check-not-in-record = 该数字未列入可核验的记录册
check-not-in-record-about = 可根据导出的数据重新计算，而导出数据以本服务器的说法为准。
check-endorsements = 自行核验赞同情况
check-signed-before = 在前一记录册中签署的赞同：{ $count }
check-signed-before-about = 其签名载于记录册 { $log }，由该记录册自身的证据证明。本记录册以摘要指明其中每个条目，并在该组织重新签名之前计为纸面行为。
check-poll-before = 本次表决载于前一记录册
check-poll-before-about = 本次表决在记录册 { $log } 期间开始，不在其后继记录册中。该记录册的证据证明其所载的表决内容。
