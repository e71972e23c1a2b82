# Refusals of the directory: each says what would be allowed.
refusal-directory-changed = 其间有人录入了另一个组织。本名单未录入任何内容：请再次查看，然后录入。
refusal-directory-full = 名录已有{ $limit }个组织，达到上限。请修改现有条目，不再增添。
refusal-umbrella-has-members = 其他组织是该伞式组织的成员。请先修改它们的条目，然后方可将其移出名录。
refusal-organisation-has-delegation = 该组织现有或曾有代表团，其条目须与记录册一并保留。请改为修改该条目。
refusal-organisation-has-seats = 有人持有该组织的席位。请先终止这些席位，然后方可将其移出名录。
