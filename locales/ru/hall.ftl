# The hall's screen.
hall-next = Далее ({ $count ->
    [one] ожидает { $count }
    [few] ожидают { $count }
    [many] ожидают { $count }
   *[other] ожидают { $count }
})
hall-present = присутствуют
hall-organisations = организации
hall-countries = страны
hall-venues = площадки
hall-suspended = Заседание прервано
hall-closed = Заседание закрыто
hall-nobody-speaks = Идет заседание
hall-no-meeting = В программе нет заседаний
hall-objections = { $count ->
    [one] возражение
    [few] возражения
    [many] возражений
   *[other] возражений
}
hall-endorse = { $organisations ->
    [one] организация одобряет
    [few] организации одобряют
    [many] организаций одобряют
   *[other] организаций одобряют
}, из { $countries } { $countries ->
    [one] страны
   *[other] стран
}
hall-apart = с оговоркой: { $reservations } · отказы: { $declined } · отозвано: { $withdrawn }
