# A meeting for everybody.
meeting-title = Заседание
meeting-when = Время
meeting-where = Место проведения
meeting-quorum = Кворум при открытии
meeting-agenda = Повестка дня
meeting-no-agenda = Повестка дня еще не составлена.
meeting-no-list = Список ораторов еще не открыт.
