# A meeting for everybody.
meeting-title = 会议
meeting-when = 时间
meeting-where = 地点
meeting-quorum = 开会时的法定人数
meeting-agenda = 议程
meeting-no-agenda = 议程尚未编写。
meeting-no-list = 发言名单尚未开放。
