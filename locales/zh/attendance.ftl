# Presence, for the secretariat.
presence-by = 统计方式
presence-by-venue = 按会场
presence-by-country = 按国家
presence-by-organisation = 按组织
presence-of-accredited = 共{ $count }人已获认证
presence-remote = 其中远程出席
presence-organisations = 出席组织
presence-countries = 出席国家
presence-no-flags = 没有出入证在两处会场被扫描。
presence-flags = 在两处会场被扫描的出入证
presence-flags-about = 每张只计一次，以最后一次扫描的会场为准。请向有关会场查询持证人；如证件被复制，请签发新证。
presence-flag = { $first }和{ $second }
presence-clear = 解除标记
presence-nobody = 尚无人出席
presence-nobody-next = 会场为与会者签到后，即在此计入。
done-clear-flag = 标记已解除。
