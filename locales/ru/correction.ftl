# Corrections of an adopted text: written, proposed, objected to, issued.
correction-title = Исправления
text-correct = Исправить
correction-rule = Исправление меняет только названные в нем языки. О нем извещают каждую делегацию, которая вправе возразить; одно возражение останавливает его окончательно. Если возражений нет, оно издается по окончании срока, и текст считается исправленным с самого начала.
correction-none = У этого текста нет исправлений
correction-none-next = Об ошибке, найденной после принятия, сообщают секретариату, и он предлагает исправление.
correction-state-open = Предложено
correction-state-issued = Издано
correction-state-blocked = Остановлено возражением
correction-state-withdrawn = Отозвано
correction-reason = Причина
correction-languages = Исправляемые языки
correction-proposed = Предложено
correction-until = Возражения до
correction-issued = Издано
correction-withdrawn = Отозвано
correction-blocked = Возражение
correction-paragraph = Пункт { $place }
correction-before = до исправления
correction-after = после исправления
correction-title-digest = SHA-256 заголовка на этом языке:
correction-manifest = Общая контрольная сумма всех языков
correction-untouched = { $count ->
    [0] Других языков нет.
    [one] { $count } другой язык сохраняет свои контрольные суммы.
    [few] { $count } других языка сохраняют свои контрольные суммы.
    [many] { $count } других языков сохраняют свои контрольные суммы.
   *[other] { $count } других языка сохраняют свои контрольные суммы.
}
correction-corrected-by = Исправлено документом { $correction }
correction-digest-before = До { $correction } было
correction-proposed-notice = Предложено исправление:
correction-look = Посмотреть исправление
correction-object = Возразить против исправления
correction-object-about = Одно возражение останавливает исправление окончательно. Название вашей организации и причина публикуются.
correction-object-reason = Почему ваша организация возражает
correction-issue = Издать исправление
correction-withdraw = Отозвать исправление
ask-withdraw-correction = Отозвать это исправление? Об этом узнают все делегации, извещенные о нем; можно предложить другое.
done-prepare-correction = Сохранено. Пока никто не извещен.
done-propose-correction = Исправление предложено, делегации извещены.
done-object-to-correction = Возражение записано, исправление остановлено.
done-withdraw-correction = Исправление отозвано.
done-issue-correction = Исправление издано.

# Writing and proposing one.
correcting-title = Исправление текста
correcting-step-write = Написать
correcting-step-propose = Спросить делегации
correcting-choose = Выберите язык для исправления.
correcting-changed = (изменено)
correcting-save = Сохранить и посмотреть разницу
correcting-reset = Оставить этот язык как есть
correcting-preview = Что меняет исправление
correcting-propose = Предложить исправление
correcting-propose-about = Каждая делегация, которая вправе возразить, получает письмо, и предложение становится открытым. До этого его никто не видит.
correcting-window = Срок для возражений
correcting-window-hint = Начинается сейчас и заканчивается сам собой.
window-quarter = 15 минут, пока идет заседание
window-day = 1 день
window-three-days = 3 дня
window-week = 7 дней
window-month = 30 дней
window-quarter-year = 90 дней

# Endorsements before and after.
endorsements-before-correction = Действуют с прежнего текста
endorsements-before-correction-why = Кто одобрил до исправления, по-прежнему одобряет тогдашний текст и учитывается отдельно, пока не совершит новый акт.
endorsements-from-before = до исправления
delegate-endorse-corrected = Ваше одобрение действует. Можно одобрить и исправленный текст.

# On paper, and in the list of changes.
paper-object-to-correction = Возражение против исправления
paper-no-correction = Нет исправлений, против которых можно возразить
paper-no-correction-next = Исправление предлагают на странице текста.
change-correction-proposed = Предложено исправление текста { $text }.
change-correction-blocked = { $name }: возражение против исправления текста { $text }; оно остановлено.
change-correction-withdrawn = Исправление текста { $text } отозвано.
change-text-corrected = Текст { $text } исправлен.

# Refusals: each says what would be allowed.
refusal-correction-open = Против { $symbol } еще можно возразить. Отзовите его или дождитесь конца срока, прежде чем готовить другое исправление.
refusal-no-correction-open = Открытых исправлений { $symbol } больше нет. На странице видно, чем закончилось последнее; можно предложить другое.
refusal-correction-window-over = Срок для возражений против { $symbol } закончился { $until }. Секретариату можно предложить новое исправление.
refusal-correction-window-open = Возражать против { $symbol } можно до { $until }. После этого его можно издать.
refusal-correction-changes-nothing = Ничто не отличается от принятого текста ({ $language }). Измените то, что неверно, или выберите другой язык.
refusal-correction-empty = Исправление { $symbol } еще не написано. Напишите, что оно меняет на каждом языке, затем предложите его.
refusal-correction-as-before = Это дословно { $symbol } до одного из исправлений, а реестр принимает каждую редакцию один раз. Сформулируйте иначе или оставьте текст как есть.
refusal-too-many-corrections = У этого текста уже { $limit } исправлений, больше нельзя. Можно составить новый текст под своим условным обозначением.

# Letters.
letter-notice-correction-proposed-subject = Предложено исправление { $symbol }; возражения до { $until }
letter-notice-correction-proposed-body =
    Здравствуйте, { $name }!

    { $correction } исправляет { $symbol } на этих языках и ни на каких других: { $languages }. Что меняется, видно на { $origin }/correction?of={ $text }

    Ваша организация может возразить до { $until }. Одно возражение останавливает исправление окончательно. Без возражений оно тогда издается, и текст считается исправленным с самого начала. Одобрение вашей организации действует и учитывается как данное до исправления.
letter-notice-correction-blocked-subject = { $correction }: остановлено возражением
letter-notice-correction-blocked-body =
    Здравствуйте, { $name }!

    Организация { $organisation } возразила против { $correction }, которым предлагалось исправить { $symbol } на языках: { $languages }. Текст остается таким, каким он принят. Причина указана на { $origin }/correction?of={ $text }

    Срок закончился бы { $until }. Можно предложить другое исправление.
letter-notice-correction-withdrawn-subject = { $correction }: отозвано
letter-notice-correction-withdrawn-body =
    Здравствуйте, { $name }!

    Секретариат отозвал { $correction }, которым предлагалось исправить { $symbol } на языках: { $languages }, до конца срока { $until }. Текст остается прежним: { $origin }/correction?of={ $text }
letter-notice-correction-issued-subject = { $symbol } исправлен документом { $correction }
letter-notice-correction-issued-body =
    Здравствуйте, { $name }!

    Против { $correction } до { $until } никто не возразил. { $symbol } исправлен с самого начала на этих языках: { $languages }; все остальные слово в слово прежние. Оба текста и их контрольные суммы указаны на { $origin }/correction?of={ $text }

    Если ваша организация одобрила текст, ее одобрение действует и учитывается как данное до исправления. Она может одобрить и исправленный текст.
