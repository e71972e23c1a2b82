# Words that the secretariat's, the focal point's and the desk's pages share.
amend = Изменить
save = Сохранить
cancel = Отменить
actions = Действия
all = Все
reason = Причина
reason-hint = Одно предложение. Его прочтет координатор, и оно заносится в реестр.
breadcrumb = Где вы находитесь
pages-of-list = Страницы списка
search-label = Поиск
search-button = Найти
nothing-found = Ничего не найдено
nothing-found-next = Введите часть названия или покажите все снова.
international = Международный орган
country = Страна
country-hint = Не указывайте для международного органа: он считается организацией и никогда не считается страной.
category = Категория
short-name = Краткое название
website = Сайт
umbrella = Зонтичная организация
umbrella-members = Члены этой зонтичной организации
external-id = Номер в вашем собственном учете
external-id-hint = По нему организация распознается при последующем импорте списка.
organisation-id-hint = Ее номер в справочнике, например org-12.
organisation-names = Название
names-hint = Укажите название на всех языках, на которых оно известно. Достаточно одного.


role = Роль
roles = Роли
rank = Статус
rank-hint = В делегации есть глава делегации, представители, заместители представителей и советники.
rank-alternate = Заместитель представителя
rank-adviser = Советник
rank-acting = исполняет обязанности представителя
rank-left = { $rank } ({ $left ->
    [one] осталось { $left } место
    [few] осталось { $left } места
    [many] осталось { $left } мест
   *[other] осталось { $left } мест
})

credentials = Полномочия
credentials-invited = Приглашена
credentials-submitted = Представлены
credentials-verified = Проверены
credentials-accepted = Приняты
credentials-challenged = Оспорены
credentials-deferred = Отложены
credentials-rejected = Отклонены
credentials-revoked = Аннулированы

standing = Аккредитация
standing-entered = Запись внесена
standing-pending = Ожидает принятия
standing-accredited = Аккредитация есть
standing-withdrawn = Запись отозвана
standing-ended = Завершена

person-name = Фамилия и имя
person-unnamed = Имя неизвестно
person-given = Имя
person-family = Фамилия
person-function = Должность
person-email = Адрес электронной почты
person-email-hint = На него отправляются письма. Если его нет, письма печатает секретариат.
person-phone = Телефон
person-language = Язык писем
present-where = Присутствие
present-remote = Дистанционно
present-not = Отсутствует

count-organisations-invited = приглашенные организации
count-registered = зарегистрированы
count-accredited = аккредитованы
office-present = присутствуют
count-here = присутствуют здесь
