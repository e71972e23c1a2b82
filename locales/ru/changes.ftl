# What changed: one sentence an event.
changes-title = Что изменилось
changes-lead = Все открытые события реестра, начиная с новейших. Каждая цифра следует из этих событий и может быть вычислена по ним заново.
changes-since = С позиции
changes-show = Показать
changes-none = Открытых изменений здесь нет
changes-none-next = Реестр дошел до позиции { $position }. Вернитесь позднее или укажите более раннюю позицию.
changes-all = Показать все
changes-newest = Новейшие
changes-older = Более ранние
changes-position = позиция { $position }
changes-link = Что изменилось, по событиям
change-organisation-registered = Организация внесена в справочник: { $name }.
change-organisations-registered = В справочник { $count ->
    [one] внесена { $count } организация
    [few] внесены { $count } организации
    [many] внесено { $count } организаций
   *[other] внесено { $count } организации
}.
change-organisation-amended = Запись в справочнике изменена: { $name }.
change-organisation-removed = Организация исключена из справочника: { $name }.
change-series-named = Серия получила название: { $name }.
change-summit-convened = Саммит созван: { $name }.
change-summit-amended = Данные саммита изменены: { $name }.
change-summit-closed = Саммит закрыт.
change-rules-set = Правила процедуры установлены.
change-venue-added = Внесена площадка: { $venue }.
change-venue-amended = Запись о площадке изменена: { $venue }.
change-venue-removed = Площадка исключена.
change-meeting-scheduled = Внесено в программу: { $meeting }.
change-meeting-amended = Изменено в программе: { $meeting }.
change-meeting-cancelled = Отменено: { $meeting }.
change-keynote-added = В программу внесен основной доклад: { $meeting }.
change-keynote-removed = Из программы исключен основной доклад: { $meeting }.
change-item-added = В повестку дня внесен пункт «{ $item }».
change-item-amended = Пункт повестки дня «{ $item }» изменен.
change-items-reordered = Порядок пунктов повестки дня изменен: { $meeting }.
change-precedence-drawn = Жеребьевка для порядка старшинства проведена.
change-invited = Приглашена организация.
change-headcount = { $count ->
    [one] Число зарегистрированных и аккредитованных изменилось { $count } раз.
    [few] Число зарегистрированных и аккредитованных изменилось { $count } раза.
    [many] Число зарегистрированных и аккредитованных изменилось { $count } раз.
   *[other] Число зарегистрированных и аккредитованных изменилось { $count } раза.
}
change-presence = { $count ->
    [one] Число присутствующих изменилось { $count } раз.
    [few] Число присутствующих изменилось { $count } раза.
    [many] Число присутствующих изменилось { $count } раз.
   *[other] Число присутствующих изменилось { $count } раза.
}
change-link-opened = Связь установлена: { $venue }.
change-link-lost = Связь прервана: { $venue }.
change-link-restored = Связь восстановлена: { $venue }.
change-item-opened = Начато рассмотрение пункта «{ $item }».
change-item-closed = Рассмотрение пункта «{ $item }» завершено.
change-speakers-opened = Список ораторов по пункту «{ $item }» открыт.
change-speakers-closed = Список ораторов по пункту «{ $item }» закрыт.
change-floor-requested = Просьба о слове по пункту «{ $item }»: { $name }.
change-request-withdrawn = Выбытие из списка ораторов по пункту «{ $item }»: { $name }.
change-speakers-reordered = Председатель переместил в списке ораторов по пункту «{ $item }»: { $name }, новое место — { $place }.
change-speakers-swapped = { $name } и { $other } поменялись очередностью в списке ораторов по пункту «{ $item }».
change-reply-requested = Просьба о праве на ответ по пункту «{ $item }»: { $name }.
change-reply-withdrawn = Снята просьба о праве на ответ по пункту «{ $item }»: { $name }.
change-meeting-opened = Открыто: { $meeting }. Делегаций присутствует: { $present }, требуется: { $needed }.
change-meeting-suspended = Прервано: { $meeting }.
change-meeting-resumed = Возобновлено: { $meeting }.
change-meeting-closed = Закрыто: { $meeting }.
change-floor-given = Слово предоставлено: { $name } ({ $meeting }).
change-floor-given-again = Выступление продолжено: { $name } ({ $meeting }).
change-reply-given = Слово в порядке права на ответ предоставлено: { $name } ({ $meeting }).
change-speech-kept = Начатое выступление отложено до восстановления связи ({ $meeting }).
change-clock-paused-chair = Председатель остановил отсчет времени ({ $meeting }).
change-clock-paused-link = Отсчет времени остановлен: связь с оратором прервана ({ $meeting }).
change-clock-paused-point = Отсчет времени остановлен: выступление по порядку ведения заседания ({ $meeting }).
change-clock-paused-suspension = Отсчет времени остановлен: заседание прервано ({ $meeting }).
change-clock-resumed = Отпала одна из причин остановки отсчета времени ({ $meeting }).
change-speech-ended = Выступление завершено: { $name }, продолжительность — { $time } ({ $meeting }).
change-speech-extended = Время выступления продлено на { $count } { $count ->
    [one] секунду
    [few] секунды
    [many] секунд
   *[other] секунды
} ({ $meeting }).
change-point-raised = Выступление по порядку ведения заседания: { $name } ({ $meeting }).
change-point-upheld = Председатель признал обоснованным выступление по порядку ведения заседания: { $name } ({ $meeting }).
change-point-overruled = Председатель отклонил выступление по порядку ведения заседания: { $name } ({ $meeting }).
change-text-tabled = Внесен текст { $text }.
change-consensus-opened = Председатель спросил, есть ли консенсус по { $text }.
change-consensus-closed = Вопрос о консенсусе по { $text } снят.
change-reservation-entered = Оговорка к { $text }: { $name }.
change-reservation-withdrawn = Оговорка к { $text } отозвана.
change-text-adopted = Текст { $text } принят консенсусом.
change-endorsement-opened = Текст { $text } открыт для одобрения.
change-endorsement-closed = Текст { $text } закрыт для одобрения.
change-endorsed = Текст { $text } одобрен: { $name }.
change-endorsed-with-reservation = Текст { $text } одобрен с оговоркой: { $name }.
change-declined = Отказ одобрить текст { $text }: { $name }.
change-withdrew = Одобрение текста { $text } отозвано: { $name }.
