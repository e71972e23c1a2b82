# Venues on the map of the world.
venues-title = 会场
venues-lead = 主会场和所有分会场及其线路状态。
venues-empty-title = 尚未录入会场
venues-empty = 秘书处录入会场后，即在地图上显示。
venues-map = 世界地图，共{ $count }处会场：{ $up }处已连接，{ $down }处线路中断
venues-table = 所有会场
venues-venue = 会场
venues-host = 东道组织
venues-time = 当地时间
venues-capacity = 座位数
venues-present = 出席
venues-link = 线路
venues-link-up = 已连接
venues-link-down = 线路中断
venues-link-unknown = 尚未连接
venues-main = 主会场
venues-one = { $name }——{ $state }
