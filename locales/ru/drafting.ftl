# Drafting a joint text.
drafting-title = Подготовка проекта
drafting-no-summit = Саммит не созван
drafting-no-summit-next = Созовите саммит в программе; затем можно готовить проекты его текстов.
drafting-symbol-hint = Например, SD/2027/L.3; пересмотренные варианты получают свое окончание автоматически.
drafting-sponsor = Автор
drafting-sponsor-hint = Оставьте пустым для текста председателя. До принятия к авторам могут присоединяться другие организации.
drafting-begin = Начать проект
drafting-adopted = Текст принят, изменить его больше нельзя.
drafting-tabled = Новейший вариант внесен, изменить его больше нельзя. Чтобы продолжить работу, начните пересмотренный вариант.
drafting-revise = Начать пересмотренный вариант
drafting-incomplete = Внести текст пока нельзя
drafting-gap-nothing = В нем нет пунктов.
drafting-gap-title = Нет названия на языке: { $language }.
drafting-gap-paragraph = Нет пункта { $place } на языке: { $language }.
drafting-complete = Текст готов на всех аутентичных языках.
drafting-table = Внести текст
drafting-save = Сохранить
drafting-paragraphs = Пункты
drafting-missing = отсутствует: { $language }
drafting-write = Написать
drafting-remove = Удалить
drafting-insert = Вставить пункт
drafting-after = После пункта
drafting-words = Формулировка
drafting-import = Импортировать весь текст
drafting-import-hint = Одно поле на каждый язык; пункты разделены пустыми строками, и их число одинаково на всех языках. Заголовок начинайте с «# », пункт преамбулы — с «> ».
drafting-import-replaces = При импорте все пункты проекта заменяются и получают новые идентификаторы.
paragraph-heading = Заголовок
paragraph-preambular = Преамбула
paragraph-operative = Постановляющая часть
refusal-paragraphs-uneven = В тексте на языке { $language } { $count } { $count ->
    [one] пункт
    [few] пункта
    [many] пунктов
   *[other] пунктов
}, а на языке { $first } — { $expected }. Разделите пункты пустыми строками, в одинаковом числе на каждом языке.

ask-table = Внести этот вариант? После этого его нельзя изменить; можно начать следующий пересмотренный вариант.
ask-remove-paragraph = Удалить этот пункт на всех языках?

done-draft-text = Проект начат.
done-set-title = Название сохранено.
done-set-paragraph = Пункт сохранен.
done-insert-paragraph = Пункт вставлен.
done-remove-paragraph = Пункт удален.
done-import-text = Текст импортирован.
done-table-text = Текст внесен.
done-revise-text = Пересмотренный вариант начат.
