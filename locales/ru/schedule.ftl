# The programme for everybody.
schedule-title = Программа
schedule-lead = Указано время того места, где проводится заседание; если ваше отличается, оно приводится рядом.
schedule-empty-title = В программе пока нет заседаний
schedule-empty = Заседания появляются здесь, как только секретариат внесет их. На календарь можно подписаться уже сейчас: он обновляется автоматически.
schedule-calendar = В вашем календаре
schedule-calendar-hint = Подпишитесь в своем календаре на один из этих адресов, и изменения будут поступать автоматически.
schedule-calendar-zoned = Календарь в часовых поясах площадок
schedule-calendar-utc = Календарь в UTC
schedule-days = Дни
schedule-all-days = Все дни
schedule-agenda = Повестка дня
schedule-keynotes = Основные доклады
schedule-keynote-minutes = { $minutes } { $minutes ->
    [one] минута
    [few] минуты
    [many] минут
   *[other] минут
}
schedule-cancelled = Отменено
schedule-cancelled-title = Отмененные заседания
schedule-over = Завершено
schedule-now = Идет
schedule-suspended = Прервано
