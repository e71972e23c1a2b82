# Venues on the map of the world.
venues-title = Площадки
venues-lead = Основная площадка и все удаленные площадки с состоянием их связи.
venues-empty-title = Площадки пока не внесены
venues-empty = Площадки появляются на карте, как только секретариат внесет их.
venues-map = Карта мира, { $count } { $count ->
    [one] площадка
    [few] площадки
    [many] площадок
   *[other] площадок
}: на связи — { $up }, без связи — { $down }
venues-table = Все площадки
venues-venue = Площадка
venues-host = Принимающая организация
venues-time = Местное время
venues-capacity = Вместимость
venues-present = Присутствуют
venues-link = Связь
venues-link-up = На связи
venues-link-down = Связь потеряна
venues-link-unknown = Еще не подключена
venues-main = Основная площадка
venues-one = { $name } — { $state }
