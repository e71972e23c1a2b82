# Import of lists from a page.
import-about = Выберите файл. Сначала вы увидите, что из него будет внесено, и каждую строку, которую внести нельзя; до вашего подтверждения ничего не меняется.
import-file = Файл
import-organisations-hint = CSV или XLSX с заголовком у каждого столбца: название, страна, категория, краткое название, зонтичная организация, идентификатор, сайт.
import-representatives-hint = CSV или XLSX с заголовком у каждого столбца: организация, фамилия, имя, должность, электронная почта, телефон, статус, язык.
import-blank-international = Пустая страна означает международный орган
import-map = Столбцы с другими заголовками
import-map-hint = По одному правилу в строке: заголовок=поле, например Partei=name или #3=country; заголовок=ignore пропускает столбец.
import-look = Просмотреть список
import-preview = Что внесет список
import-lines = прочитанные строки
import-sound = можно внести
import-bad = внести нельзя
import-bad-lines = Строки, которые нельзя внести
import-line = Строка
import-column = Столбец
import-value = Значение
import-reason = Причина
import-first-shown = { $count ->
    [one] Показана первая { $count } строка
    [few] Показаны первые { $count } строки
    [many] Показаны первые { $count } строк
   *[other] Показаны первые { $count } строк
}. Все они есть в файле отклоненных строк.
import-rejects = Отклоненные строки с причинами (CSV)
import-ignored = Эти столбцы не используются:
import-sample = Первые организации в том виде, в каком они будут внесены
import-nothing-changed = Ничего не изменено
import-mend = Исправьте эти строки и отправьте файл снова. Или внесите остальные сейчас, а эти позднее.
import-confirm = { $count ->
    [one] Внести { $count } строку
    [few] Внести все { $count } строки
    [many] Внести все { $count } строк
   *[other] Внести все { $count } строк
}
import-confirm-sound = { $count ->
    [one] Внести только { $count } верную строку
    [few] Внести только { $count } верные строки
    [many] Внести только { $count } верных строк
   *[other] Внести только { $count } верных строк
}
import-invite = Сразу пригласить эти организации на саммит; письма отправляются контактным лицам из списка
import-contacts = В списке указаны контактные лица. Их имена и адреса сохраняются только вместе с приглашением: без него они не вносятся.
import-other-file = Выбрать другой файл
import-no-file = Сначала выберите файл. Из пустого файла ничего не внести.
import-gone = Этот список уже не хранится: списки удаляются через полчаса и после внесения. Отправьте файл снова.
import-not-invited = У этой организации нет делегации на саммите либо на ее место претендуют две. Пригласите ее или внесите члена делегации на странице самой делегации.
import-not-taken = Строка { $line }, { $field }: { $words }
upload-too-large = Этот файл больше { $limit } мегабайт или отправлен не полностью. Отправьте файл меньшего размера.
done-enter-members = Члены делегаций внесены.

import-problem-missing-name = У организации нет названия ни на одном языке.
import-problem-missing-value = Это значение отсутствует ({ $field }).
import-problem-control-character = Есть невидимый символ: { $character }. Удалите его.
import-problem-damaged-character = При преобразовании файла потерян символ (�). Экспортируйте его снова в UTF-8.
import-problem-formula-error = Формула этой ячейки в таблице дала ошибку.
import-problem-too-long = Длина — { $actual } { $actual ->
    [one] знак
    [few] знака
    [many] знаков
   *[other] знаков
}; допускается не более { $limit }.
import-problem-extra-cells = В строке ячеек: { $actual }, а заголовков: { $columns }. Возможно, пропущена кавычка?
import-problem-country-missing = Страна не указана. Заполните поле или отметьте, что пустая страна означает международный орган.
import-problem-country-unknown = Страна с таким названием или кодом неизвестна.
import-problem-category-unknown = Такой категории нет. Категории: { $allowed }
import-problem-email-invalid = Это не адрес электронной почты.
import-problem-website-invalid = Это не веб-адрес, начинающийся с http или https.
import-problem-phone-invalid = Это не номер телефона.
import-problem-rank-unknown = Такого статуса нет. Возможные статусы: { $allowed }
import-problem-language-unknown = Это не код и не название языка.
import-problem-duplicate-name = То же название в той же стране указано в строке { $other_line }.
import-problem-duplicate-external-id = Тот же идентификатор указан в строке { $other_line }.
import-problem-duplicate-representative = То же лицо от той же организации указано в строке { $other_line }.
import-problem-second-head = Глава этой делегации уже указан в строке { $other_line }.
import-problem-already-registered = Эта организация уже есть в справочнике: { $existing }
import-problem-organisation-unknown = Организация с таким названием не найдена.
import-problem-organisation-ambiguous = Этому названию соответствуют несколько организаций: { $candidates }
import-did-you-mean = Возможно, имелось в виду: { $suggestion }?
import-problem-umbrella-refused = Ее зонтичная организация указана в строке { $other_line }, которую внести нельзя.
import-problem-umbrella-cycle = Эти зонтичные организации входят друг в друга: строки { $lines }.

import-error-file-too-large = Размер файла — { $bytes } { $bytes ->
    [one] байт
    [few] байта
    [many] байт
   *[other] байт
}; допускается не более { $limit }. Разделите файл.
import-error-file-empty = Файл пуст.
import-error-no-rows = В строке { $line } есть заголовок, но под ним нет строк.
import-error-too-many-rows = В таблице больше { $limit } { $limit ->
    [one] строки
   *[other] строк
}. Разделите ее на несколько файлов.
import-error-too-many-columns = В строке { $line } больше { $limit } { $limit ->
    [one] столбца
   *[other] столбцов
}.
import-error-cell-too-long = Строка { $line }, столбец { $column }: в ячейке больше { $limit } { $limit ->
    [one] знака
   *[other] знаков
}. Возможно, открытая там кавычка не закрыта.
import-error-text-too-large = В таблице больше { $limit } { $limit ->
    [one] байта
   *[other] байт
} текста. Разделите ее на несколько файлов.
import-error-unpacked-too-large = { $unit ->
    [bytes] Книга при распаковке превышает допустимый объем в байтах: { $limit }.
    [parts] Число частей книги превышает допустимое: { $limit }.
    [tags] Число тегов в распакованной книге превышает допустимое: { $limit }.
   *[other] Книга при распаковке превышает допустимый предел: { $limit }.
} Сохраните лист в формате CSV.
import-error-unclosed-quote = Кавычка, открытая в строке { $line }, не закрыта.
import-error-broken-encoding = В строке { $line } есть байты, не соответствующие кодировке { $encoding }. Сохраните файл снова в UTF-8.
import-error-unknown-encoding = Кодировки { $label } не существует.
import-error-bad-delimiter = { $delimiter } не может разделять ячейки. Используйте запятую, точку с запятой, табуляцию или вертикальную черту.
import-error-not-text = Это не таблица: ни текст, ни книга XLSX.
import-error-old-spreadsheet = Это книга старого формата (XLS) или защищенная паролем. Сохраните ее в формате XLSX без пароля или в CSV.
import-error-other-package = Это архив, но не книга XLSX. Сохраните лист в формате XLSX или CSV.
import-error-no-such-sheet = Листа { $name } нет; в книге есть: { $found }
import-error-bad-spreadsheet = Не удается прочитать книгу: { $reason }
import-error-bad-rule = { $rule } не соответствует виду «заголовок=поле».
import-error-too-many-rules = Правил для столбцов больше { $limit }.
import-error-unknown-field = Поля { $field } нет. Поля: { $allowed }
import-error-no-such-column = Столбца { $column } нет. В файле есть: { $found }
import-error-two-columns = И столбец { $first }, и столбец { $second } содержат { $field }. Уточните: { $second }=ignore
import-error-missing-column = Ни один столбец не содержит { $field }. В файле есть: { $found }. Измените заголовок на один из следующих: { $allowed } — или укажите нужный столбец.
