# The front page of the secretariat.
secretariat-title = Секретариат
secretariat-waiting = Что ожидает решения
secretariat-nothing-waits = Ничто не ожидает решения.
secretariat-places = Разделы
secretariat-no-summit = Саммита пока нет
secretariat-no-summit-next = Сначала созовите саммит: укажите тему, дни и созывающие организации. Затем следуют площадки, заседания и приглашения.
summit-convene = Созвать саммит
secretariat-no-venue = У саммита пока нет основной площадки
secretariat-no-venue-next = Внесите основную площадку. Заседания размещаются по дням ее календаря.
venue-add = Внести площадку
secretariat-no-meeting = В программе пока нет заседаний
secretariat-no-meeting-next = Внесите в программу первое пленарное заседание и составьте его повестку дня.
meeting-add = Внести заседание
secretariat-nobody-invited = Пока не приглашена ни одна организация
secretariat-nobody-invited-next = Пригласите организации из справочника. Их координаторы получат ссылку и внесут свои делегации.
secretariat-next-meeting = Следующее заседание
secretariat-about-programme = Саммит, площадки, заседания, повестка дня, основные доклады
secretariat-about-directory = Названия, страны и категории организаций
secretariat-about-accreditation = Приглашения, делегации, полномочия, пропуска
secretariat-about-presence = Кто где присутствует и пропуска, считанные дважды
secretariat-about-paper = Что поступило подписанным письмом или по телефону
secretariat-about-letters = Письма: ожидающие, отправленные, недоставленные и подлежащие печати
secretariat-about-seats = У кого какая роль и на каких устройствах; недопущенные действия

waiting-submitted = { $count ->
    [one] { $count } делегация представила полномочия
    [few] { $count } делегации представили полномочия
    [many] { $count } делегаций представили полномочия
   *[other] { $count } делегаций представили полномочия
}
waiting-verified = { $count ->
    [one] Проверенные полномочия { $count } делегации ожидают решения
    [few] Проверенные полномочия { $count } делегаций ожидают решения
    [many] Проверенные полномочия { $count } делегаций ожидают решения
   *[other] Проверенные полномочия { $count } делегаций ожидают решения
}
waiting-rivals = { $count ->
    [one] { $count } делегация претендует на спорное место
    [few] { $count } делегации претендуют на спорные места
    [many] { $count } делегаций претендуют на спорные места
   *[other] { $count } делегаций претендуют на спорные места
}
waiting-differs = { $count ->
    [one] { $count } делегация заявила категорию, которая расходится со справочником
    [few] { $count } делегации заявили категории, которые расходятся со справочником
    [many] { $count } делегаций заявили категории, которые расходятся со справочником
   *[other] { $count } делегации заявили категории, которые расходятся со справочником
}
waiting-members = { $count ->
    [one] { $count } внесенный позднее член делегации ожидает принятия
    [few] { $count } внесенных позднее члена делегаций ожидают принятия
    [many] { $count } внесенных позднее членов делегаций ожидают принятия
   *[other] { $count } внесенных позднее членов делегаций ожидают принятия
}
waiting-flags = { $count ->
    [one] { $count } пропуск считан на двух площадках
    [few] { $count } пропуска считаны на двух площадках
    [many] { $count } пропусков считаны на двух площадках
   *[other] { $count } пропусков считаны на двух площадках
}

# Directory.
directory-title = Справочник организаций
directory-add = Внести организацию
directory-import = Импортировать список
directory-found = { $count } { $count ->
    [one] организация
    [few] организации
    [many] организаций
   *[other] организаций
}
directory-empty = Справочник пуст
directory-empty-next = Импортируйте список организаций в формате CSV или XLSX или внесите их по одной.
directory-remove = Исключить из справочника
directory-remove-about = Действия организации остаются в реестре. Организация, у которой есть делегация, место или участие в программе, остается в справочнике.
directory-remove-sure = Исключить эту организацию из справочника?
done-register-organisation = Организация внесена.
done-amend-organisation = Запись изменена.
done-remove-organisation = Организация исключена из справочника.
done-import-organisations = Список внесен.
