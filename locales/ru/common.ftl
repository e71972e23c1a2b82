# The frame of every page, errors, and words used everywhere.
app-name = Hemicycle
skip-to-content = Перейти к содержанию
navigation = Страницы
optional = (необязательно)
organisation = Организация
footer-record = Каждую цифру на этих страницах можно пересчитать по реестру.
as-of-position = По состоянию на позицию { $position } реестра
to-front-page = На главную страницу
not-found = Такой страницы нет
done = Готово. Занесено в реестр.

nav-front = Обзор
nav-directory = Организации
nav-organisations = Организации
nav-programme = Программа
nav-programme-edit = Правка программы
nav-accreditation = Аккредитация
nav-delegation = Моя делегация
nav-presence = Присутствие
nav-texts = Тексты
nav-letters = Письма
nav-seats = Места
nav-record = Реестр
nav-venues = Площадки
nav-hall = Экран зала
nav-chair = Пульт председателя
nav-paper = Действия на бумаге
nav-drafting = Проекты
nav-hemicycle = Полукруг

role-secretariat = Секретариат
role-chair = Председатель
role-focal-point = Координатор
role-delegate = Делегат
role-venue-operator = Стойка площадки
role-director = Режиссер трансляции
role-interpreter = Устный переводчик
role-observer = Наблюдатель

join-title = Займите свое место
join-as-secretariat = Вас приглашают в секретариат.
join-as-chair = Вас приглашают председательствовать.
join-as-focal-point = Вас приглашают как координатора вашей организации.
join-as-delegate = Вас приглашают как члена делегации вашей организации.
join-as-venue-operator = Вас приглашают работать на стойке площадки.
join-as-director = Вас приглашают вести режиссуру трансляции.
join-as-interpreter = Вас приглашают осуществлять устный перевод.
join-as-observer = Вас приглашают как наблюдателя.
join-you-are = Вы
join-device = Ссылка действует один раз. Вход выполняется на том устройстве, где вы нажмете кнопку, на 30 дней.
join-button = Войти на этом устройстве
join-ask-again = Запросите у секретариата новую ссылку. Если вход уже выполнен, вернитесь на ранее открытую страницу.
done-redeem-invitation = Вход выполнен.

error-unavailable = Сервер сейчас не может это принять. Ничего не потеряно: повторите попытку немного позже.
error-internal = Здесь произошла ошибка. Занесенное в реестр сохранено. Повторите попытку; если ошибка повторится, сообщите секретариату.
error-too-large = Отправленное слишком велико и не может быть принято.
error-too-many = Слишком много попыток за короткое время. Подождите пять секунд и повторите.
error-full-house = Подключено столько людей, что сервер больше никого не принимает. Кто подключён, остаётся на связи; повторите попытку через несколько секунд.
denied-not-signed-in = Вход не выполнен. Откройте ссылку из приглашения или запросите у секретариата новую.
denied-role-may-not = Ваше место не дает на это права. Узнайте в секретариате, кто может это сделать.
denied-out-of-scope = Ваше место позволяет это только для вашей организации, площадки или заседания.
denied-other-site = Эта форма отправлена с другого сайта и не принята. Откройте страницу здесь и отправьте форму снова.
refusal-event-too-large = Слишком большой объем для одного действия: предел — { $limit } { $limit ->
    [one] байт
    [few] байта
    [many] байт
   *[other] байт
}. Разделите на несколько действий.

invalid-empty = Заполните это поле.
invalid-too-long = Длина — { $actual } { $actual ->
    [one] знак
    [few] знака
    [many] знаков
   *[other] знаков
}; допускается не более { $limit }.
invalid-too-many = Слишком много записей; допускается не более { $limit }.
invalid-out-of-range = Укажите целое число от { $min } до { $max }.
invalid-character = Символ { $code } здесь недопустим: он невидим или меняет направление письма. Удалите его.
invalid-not-an-id = Выберите один из предложенных вариантов ({ $prefix }).
invalid-not-a-digest = Укажите 64 знака: цифры от 0 до 9 и буквы от a до f.
invalid-not-a-number = Укажите целое число.
invalid-not-a-choice = Выберите один из предложенных вариантов.
invalid-not-a-language = Укажите код языка, например fr или zh-Hant.
invalid-not-a-country = Укажите двухбуквенный код страны, например KE, или код, введенный созывающей организацией.
invalid-not-a-zone = Укажите часовой пояс, например Africa/Nairobi.
invalid-not-a-time = Укажите дату и время в виде 2027-03-28T09:30.
invalid-ambiguous-time = Такого времени в этом месте не существует или оно наступает дважды: в этот момент переводят часы. Ближайшие допустимые значения: { $earlier } и { $later }.
invalid-not-a-symbol = Укажите условное обозначение документа: прописные латинские буквы, цифры, точки, косые черты и скобки, не более 80 знаков.
invalid-unknown = Такого названия нет.
invalid-taken = Это уже занято. Выберите другое.
invalid-not-an-address = Укажите адрес электронной почты, например name@example.org.

script-sending = Отправляется…
script-queued = Еще не отправлено: нет соединения. Будет отправлено, когда связь восстановится.
script-stale = Соединение потеряно. Данные на экране могли устареть; идет повторное подключение.
script-reconnected = Соединение восстановлено.
script-revoked = Сеанс на этом устройстве завершен. Чтобы вернуться, откройте ссылку из нового приглашения.
script-problem = Возникла проблема
script-failed = Не принято. Повторите попытку.
script-copied = Скопировано
script-keys-title = Сочетания клавиш
script-close = Закрыть
script-clock-low = Осталось тридцать секунд
script-clock-over = Время истекло
script-reload = Появилась новая версия; страница обновляется.
script-confirm-yes = Да, выполнить
script-confirm-no = Нет, вернуться
script-yours = ваше время: {"{"}time{"}"}
