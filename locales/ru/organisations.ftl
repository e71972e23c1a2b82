# All organisations, and one organisation.
organisations-title = Организации
organisations-count = { $count ->
    [0] Нет организаций
    [one] { $count } организация
    [few] { $count } организации
    [many] { $count } организаций
   *[other] { $count } организаций
}
organisations-in-precedence = В порядке старшинства, определенном жеребьевкой для этого саммита.
organisations-in-alphabet = В алфавитном порядке.
organisations-empty-title = В справочнике пока нет организаций
organisations-empty = Организации появляются здесь, как только секретариат внесет или импортирует их.
organisations-none-title = Нет таких организаций
organisations-none = Чтобы увидеть больше, выберите меньше фильтров.
organisations-all = Все организации
organisations-any = Все
organisations-country = Страна
organisations-region = Регион
organisations-category = Категория
organisations-umbrella = Зонтичная организация
organisations-show = Показать
organisations-international = Международный орган
organisations-pages = Страницы
organisations-previous = Назад
organisations-next = Далее
organisations-page = Страница { $page } из { $pages }
organisations-present = Присутствуют
organisations-accredited = Аккредитованы
organisations-registered = Зарегистрированы
organisations-names = Названия
organisations-short-name = Краткое название
organisations-website = Сайт
organisations-delegation = Делегация
organisations-people-registered = Зарегистрированные лица
organisations-people-accredited = Аккредитованные лица
organisations-people-present = Присутствующие лица
organisations-no-delegation = У этой организации нет делегации на этом саммите.
organisations-members = Члены этой зонтичной организации
organisations-members-note = Зонтичная организация подписывает от собственного имени, но не от имени своих членов.
organisations-acts = Действия
organisations-no-acts = Эта организация пока не совершила действий по текстам.
organisations-act-number = Номер действия
organisations-act-text = Текст
organisations-act = Действие
organisations-act-way = Способ
organisations-act-endorse = Одобрение
organisations-act-endorse-with-reservation = Одобрение с оговоркой
organisations-act-decline = Отказ одобрить
organisations-act-withdraw = Отзыв одобрения
organisations-by-device = Без подписи
organisations-on-paper = На бумаге
organisations-position = Позиция в реестре
organisations-hosts = Принимает на площадках
