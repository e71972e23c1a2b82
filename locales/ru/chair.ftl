# The chair's console.
chair-title = Пульт председателя
chair-no-meeting = Нет заседания, на котором нужно председательствовать
chair-no-meeting-next = Заседания вносит в программу секретариат; ближайшее появится здесь.
chair-shortcuts = Клавиши
chair-meetings = Заседания
chair-meeting = Заседание и оратор
chair-no-item = Ни один пункт не обсуждается.
chair-not-opened = Заседание не открыто. Проверьте кворум и откройте его.
chair-nobody-speaks = Слово никому не предоставлено.
chair-point-of-order = Выступление по порядку ведения заседания: { $name }
chair-uphold = Признать обоснованным
chair-overrule = Отклонить
chair-kept = Сохранено время выступления при обрыве связи ({ $name }):
chair-end-kept = Завершить сохраненное выступление
chair-end-speech = Завершить выступление
chair-pause-clock = Остановить отсчет
chair-resume-clock = Возобновить отсчет
chair-extend = Добавить минуту
chair-open-meeting = Открыть заседание
chair-suspend = Прервать заседание
chair-resume = Возобновить заседание
chair-close-meeting = Закрыть заседание
chair-closed-next = Заседание закрыто. Выберите следующее ниже.
chair-give = Предоставить слово: { $name }
chair-give-back = Вернуть слово: { $name }
chair-give-reply = Право на ответ: { $name }
chair-give-short = Предоставить слово
chair-first = В начало

chair-room = Зал
quorum-to-open = Кворум для открытия
quorum-to-decide = Кворум для принятия решений
quorum-of = делегаций присутствует: { $present }, требуется: { $needed }
quorum-none = не требуется
quorum-missing = нет кворума

chair-log = Ход заседания
chair-log-all = Показать все
chair-log-empty = Записи начнутся с открытием заседания.
minute-opened = Заседание открыто
minute-suspended = Заседание прервано
minute-resumed = Заседание возобновлено
minute-closed = Заседание закрыто
minute-item-opened = Открыт пункт: { $item }
minute-item-closed = Завершен пункт: { $item }
minute-floor-given = Слово предоставлено: { $name }
minute-speech-ended = { $name }: продолжительность выступления { $time }
minute-extended = Добавлено { $seconds } { $seconds ->
    [one] секунда
    [few] секунды
    [many] секунд
   *[other] секунд
}
minute-clock-paused = { $cause }
minute-clock-resumed = Отсчет времени возобновлен
minute-point-raised = { $name }: выступление по порядку ведения заседания
minute-point-upheld = Председатель признал обоснованным выступление по порядку ведения заседания: { $name }
minute-point-overruled = Председатель отклонил выступление по порядку ведения заседания: { $name }

chair-list = Список ораторов
chair-list-empty = Список ораторов не открыт
chair-list-empty-next = Откройте его ниже; это можно сделать и до рассмотрения пункта.
chair-nobody-waits = Желающих выступить нет
chair-nobody-waits-next = Просьбы о слове появляются здесь по мере поступления.
chair-list-more = и еще { $count } { $count ->
    [one] организация
    [few] организации
    [many] организаций
   *[other] организации
}
chair-replies = Право на ответ
chair-strike = Исключить из списка
chair-open-list = Открыть список
chair-close-list = Закрыть список
chair-change-limits = Изменить ограничения
chair-limit = Время выступления в секундах
chair-interventions = Число выступлений делегации
chair-order = Изменение порядка
chair-move = Кого переместить
chair-to-place = На место
chair-move-button = Переместить
chair-swap = Кого поменять
chair-swap-with = С кем
chair-swap-button = Поменять местами
chair-strike-who = Кого исключить

chair-agenda = Повестка дня и решения
chair-open-item = Открыть пункт
chair-close-item = Завершить пункт
chair-item-closed = Рассмотрен
chair-no-agenda = В повестке дня пока нет пунктов
chair-no-agenda-next = Пункты вносит секретариат в программе.
chair-revision-drafted = Готовится новый пересмотренный вариант. Решение по нему можно принять, когда он будет внесен.
chair-open-consensus = Спросить о консенсусе
chair-consensus-needs-item = Чтобы спросить о консенсусе, откройте пункт повестки дня.
chair-consensus-open = Поставлен вопрос о консенсусе
chair-adopt = Принять консенсусом
chair-close-consensus = Снять вопрос
chair-open-endorsement = Открыть для одобрения
chair-close-endorsement = Закрыть для одобрения

ask-close-meeting = Закрыть заседание окончательно? Открытый пункт повестки дня будет завершен.
ask-adopt = Объявить текст принятым консенсусом? После этого его нельзя изменить.
ask-close-endorsement = Закрыть текст для одобрения? Совершенные действия сохраняют силу.

done-open-meeting = Заседание открыто.
done-suspend-meeting = Заседание прервано.
done-resume-meeting = Заседание возобновлено.
done-close-meeting = Заседание закрыто.
done-open-item = Пункт открыт.
done-close-item = Рассмотрение пункта завершено.
done-open-speakers = Список ораторов открыт.
done-close-speakers = Список ораторов закрыт.
done-give-floor = Слово предоставлено, отсчет времени начат.
done-end-speech = Выступление завершено.
done-pause-clock = Отсчет времени остановлен.
done-resume-clock = Отсчет времени возобновлен.
done-extend-speech = Время выступления продлено.
done-reorder-speakers = Порядок списка изменен.
done-swap-speakers = Очередность изменена.
done-rule-point-of-order = Постановление занесено в реестр.
done-open-consensus = Вопрос поставлен перед заседанием.
done-close-consensus = Вопрос снят.
done-adopt-by-consensus = Текст принят консенсусом.
done-open-endorsement = Текст открыт для одобрения.
done-close-endorsement = Текст закрыт для одобрения.
