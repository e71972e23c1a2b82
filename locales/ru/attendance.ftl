# Presence, for the secretariat.
presence-by = Подсчет
presence-by-venue = По площадкам
presence-by-country = По странам
presence-by-organisation = По организациям
presence-of-accredited = из { $count } { $count ->
    [one] аккредитованного
   *[other] аккредитованных
}
presence-remote = из них дистанционно
presence-organisations = присутствующие организации
presence-countries = присутствующие страны
presence-no-flags = Ни один пропуск не считан на двух площадках.
presence-flags = Пропуска, считанные на двух площадках
presence-flags-about = Каждый учитывается один раз — там, где считан последним. Узнайте на площадках, кто предъявил пропуск; если он скопирован, выдайте новый.
presence-flag = { $first } и { $second }
presence-clear = Снять отметку
presence-nobody = Пока никто не присутствует
presence-nobody-next = Участники учитываются здесь, как только площадка зарегистрирует их прибытие.
done-clear-flag = Отметка снята.
