# The outbox.
letters-states = Состояние писем
letters-waiting = Ожидают
letters-waiting-about = Когда настроен почтовый сервер, письма отправляются автоматически. При отсутствии сервера или адреса напечатайте их.
letters-sent = Отправлены
letters-failed = Не доставлены
letters-failed-about = После нескольких попыток отправка прекращена. Напечатайте эти письма или повторите отправку.
letters-printed = Напечатаны
letters-none = Здесь нет писем
letters-none-next = Приглашения, подтверждения получения и уведомления появляются здесь сразу после составления.
letters-print-sheet = Печатать
letters-print-about = { $count ->
    [one] { $count } письмо. Напечатайте эту страницу, затем отметьте письмо как напечатанное.
    [few] { $count } письма. Напечатайте эту страницу, затем отметьте письма как напечатанные.
    [many] { $count } писем. Напечатайте эту страницу, затем отметьте письма как напечатанные.
   *[other] { $count } писем. Напечатайте эту страницу, затем отметьте письма как напечатанные.
}
letters-mark-printed = Отметить как напечатанное
letters-mark-all-printed = Отметить все как напечатанные
letters-retry = Повторить
letter-subject = Тема
letter-to = Кому
letter-written = Составлено
letter-done = Отправлено или напечатано
letter-attempts = Попытки
letter-error = Последняя ошибка
letter-erased = Удалено вместе с данными лица
letter-no-address = Нет адреса
done-mark-letters-printed = Отмечено как напечатанное.
done-retry-letters = Отправка будет повторена в ближайшее время.
