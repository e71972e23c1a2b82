# Words that the pages of the floor and of deciding share.
speaking-now = Сейчас выступает
speakers-waiting = { $count ->
    [0] Желающих выступить нет.
    [one] Слова ожидает { $count } делегация.
    [few] Слова ожидают { $count } делегации.
    [many] Слова ожидают { $count } делегаций.
   *[other] Слова ожидают { $count } делегаций.
}
list-not-opened = Список не открыт
list-open = Список открыт
list-closed = Список закрыт
point-of-order-pending = Выступление по порядку ведения заседания ожидает постановления председателя
meeting-in-progress = Идет
meeting-suspended = Прервано
meeting-closed = Закрыто
meeting-cancelled = Отменено
meeting-not-open = Еще не открыто

deciding-now = Принимается решение
deciding-open = Открыт для одобрения
deciding-consensus = Председатель спрашивает: есть ли консенсус по этому тексту?
deciding-standing = На данный момент: { $objections ->
    [0] возражений нет
    [one] { $objections } возражение
    [few] { $objections } возражения
    [many] { $objections } возражений
   *[other] { $objections } возражений
}, { $reservations ->
    [0] оговорок нет
    [one] { $reservations } оговорка
    [few] { $reservations } оговорки
    [many] { $reservations } оговорок
   *[other] { $reservations } оговорок
}.
deciding-endorsed = { $organisations ->
    [0] Пока его не одобряет ни одна организация.
    [one] Его одобряет { $organisations } организация
    [few] Его одобряют { $organisations } организации
    [many] Его одобряют { $organisations } организаций
   *[other] Его одобряют { $organisations } организаций
}{ $organisations ->
    [0] {""}
   *[other] {" "}({ $countries ->
        [one] { $countries } страна
        [few] { $countries } страны
        [many] { $countries } стран
       *[other] { $countries } стран
    }).
}
deciding-read = Прочитать текст
objections-count = { $count ->
    [0] Возражений нет
    [one] { $count } возражение
    [few] { $count } возражения
    [many] { $count } возражений
   *[other] { $count } возражений
}
reservations-count = { $count ->
    [0] Оговорок нет
    [one] { $count } оговорка или отмежевание
    [few] { $count } оговорки и отмежевания
    [many] { $count } оговорок и отмежеваний
   *[other] { $count } оговорок и отмежеваний
}
reservation-kind-reservation = Оговорка
reservation-kind-dissociation = Отмежевание

act-kind-endorse = Одобрение
act-kind-endorse-with-reservation = Одобрение с оговоркой
act-kind-decline = Отказ одобрить
act-kind-withdraw = Отзыв одобрения

rank-head = Глава делегации
rank-representative = Представитель
way-paper = на бумаге
link-lost = Связь потеряна
links-lost = Потеряна связь с площадками: { $count }.

clock-held-chair = Отсчет остановлен председателем
clock-held-link = Отсчет остановлен: нет связи с площадкой
clock-held-point-of-order = Отсчет остановлен: выступление по порядку ведения заседания
clock-held-suspension = Отсчет остановлен: заседание прервано

count-present = присутствующие представители
count-remote = из них дистанционно
count-organisations-present = присутствующие организации
count-venues = площадки с присутствующими

text-state-draft = Проект
text-state-tabled = Внесен
text-state-consensus = Поставлен вопрос о консенсусе
text-state-adopted = Принят
text-state-open = Открыт для одобрения

