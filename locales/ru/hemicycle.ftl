# The hemicycle: every seated organisation a dot.
hemicycle-title = Полукруг
hemicycle-lead = Каждая организация, занимающая место, — одна точка, слева направо в порядке старшинства.
hemicycle-lead-alphabetical = Каждая организация, занимающая место, — одна точка, слева направо в алфавитном порядке: жеребьевка для определения порядка старшинства еще не проведена.
hemicycle-views = Что показывают точки
hemicycle-by-presence = Кто присутствует
hemicycle-by-text = Одобрения текста { $symbol }
hemicycle-by-item = Список ораторов: { $item }
hemicycle-empty-title = Ни одна организация пока не занимает места
hemicycle-empty = Точка появляется здесь для каждой организации, как только приняты ее полномочия.
hemicycle-table = Показать таблицей
hemicycle-place = Место
hemicycle-organisation = Организация
hemicycle-state = Состояние
hemicycle-one = { $name } — { $state }
hemicycle-summary = { $seats } { $seats ->
    [one] место
    [few] места
    [many] мест
   *[other] мест
}: { $parts }
hemicycle-part = { $state } ({ $count })
seat-absent = Отсутствует
seat-present = Присутствует
seat-endorsed = Одобряет
seat-reserved = Одобряет с оговоркой
seat-declined = Отказывается одобрить
seat-withdrawn = Одобрение отозвано
seat-not-acted = Действий не было
seat-asking = В списке ораторов
seat-speaking = Выступает
