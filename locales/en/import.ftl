# Import of lists from a page.
import-about = Choose the file. You see first what it would bring and every line that cannot be entered; nothing changes before you confirm.
import-file = File
import-organisations-hint = CSV or XLSX with a heading for each column: name, country, category, short name, umbrella, identifier, website.
import-representatives-hint = CSV or XLSX with a heading for each column: organisation, family name, given name, function, e-mail, telephone, rank, language.
import-blank-international = A blank country means an international body
import-map = Columns with other headings
import-map-hint = One a line: heading=field, such as Partei=name or #3=country; heading=ignore leaves a column out.
import-look = Look at the list
import-preview = What the list would bring
import-lines = lines read
import-sound = can be entered
import-bad = cannot be entered
import-bad-lines = Lines that cannot be entered
import-line = Line
import-column = Column
import-value = Value
import-reason = Reason
import-first-shown = The first { $count } are shown. The file of rejects holds all of them.
import-rejects = Rejects as a CSV file, with reasons
import-ignored = These columns are not used:
import-sample = The first organisations, as they will be entered
import-nothing-changed = Nothing was changed
import-mend = Mend these lines and send the file again. Or enter the others now, and these later.
import-confirm = { $count ->
    [one] Enter { $count } line
   *[other] Enter all { $count } lines
}
import-confirm-sound = { $count ->
    [one] Enter only the { $count } sound line
   *[other] Enter only the { $count } sound lines
}
import-invite = Invite these organisations to the summit at once; letters go to the contacts in the list
import-contacts = The list names contacts. Their names and addresses are kept with an invitation alone: without one they are not entered.
import-other-file = Choose another file
import-no-file = Choose a file first. An empty file brings nothing.
import-gone = This list is no longer held: lists are forgotten after half an hour, and after they were entered. Send the file again.
import-not-invited = This organisation has no delegation to the summit, or two that claim its seat. Invite it, or enter the member on the delegation’s own page.
import-not-taken = Line { $line }, { $field }: { $words }
upload-too-large = This file is larger than { $limit } megabytes, or was not sent whole. Send a smaller one.
done-enter-members = The members are entered.

import-problem-missing-name = The organisation has no name in any language.
import-problem-missing-value = This value is missing ({ $field }).
import-problem-control-character = It holds an invisible character: { $character }. Remove it.
import-problem-damaged-character = A character was lost when the file was converted (�). Export it again as UTF-8.
import-problem-formula-error = The formula of this cell failed in the spreadsheet.
import-problem-too-long = It is { $actual } characters long; at most { $limit } are taken.
import-problem-extra-cells = The line has { $actual } cells but there are { $columns } headings. Is a quotation mark missing?
import-problem-country-missing = The country is blank. Fill it in, or say that a blank country means an international body.
import-problem-country-unknown = No country is known by this name or code.
import-problem-category-unknown = There is no such category. The categories are: { $allowed }
import-problem-email-invalid = This is not an e-mail address.
import-problem-website-invalid = This is not a web address beginning with http or https.
import-problem-phone-invalid = This is not a telephone number.
import-problem-rank-unknown = There is no such rank. The ranks are: { $allowed }
import-problem-language-unknown = This is neither a language tag nor the name of a language.
import-problem-duplicate-name = The same name in the same country stands on line { $other_line }.
import-problem-duplicate-external-id = The same identifier stands on line { $other_line }.
import-problem-duplicate-representative = The same person of the same organisation stands on line { $other_line }.
import-problem-second-head = Line { $other_line } already names a head of this delegation.
import-problem-already-registered = This organisation is in the directory already: { $existing }
import-problem-organisation-unknown = No organisation answers to this name.
import-problem-organisation-ambiguous = Several organisations answer to this name: { $candidates }
import-did-you-mean = Did you mean { $suggestion }?
import-problem-umbrella-refused = Its umbrella stands on line { $other_line }, which cannot be entered.
import-problem-umbrella-cycle = These umbrellas are members of each other: lines { $lines }.

import-error-file-too-large = The file has { $bytes } bytes; at most { $limit } are taken. Split it.
import-error-file-empty = The file is empty.
import-error-no-rows = There is a heading on line { $line } and no rows below it.
import-error-too-many-rows = The table has more than { $limit } rows. Split it into several files.
import-error-too-many-columns = Line { $line } has more than { $limit } columns.
import-error-cell-too-long = Line { $line }, column { $column }: the cell has more than { $limit } characters. A quotation mark opened there may never be closed.
import-error-text-too-large = The table holds more than { $limit } bytes of text. Split it into several files.
import-error-unpacked-too-large = { $unit ->
    [bytes] The workbook unpacks to more than { $limit } bytes.
    [parts] The workbook is packed from more than { $limit } parts.
    [tags] The workbook unpacks to more than { $limit } tags.
   *[other] The workbook unpacks to more than the limit of { $limit }.
} Save the sheet as CSV.
import-error-unclosed-quote = The quotation mark opened on line { $line } is never closed.
import-error-broken-encoding = Line { $line } holds bytes that are not { $encoding }. Save the file again as UTF-8.
import-error-unknown-encoding = There is no encoding called { $label }.
import-error-bad-delimiter = { $delimiter } cannot stand between cells. Use a comma, a semicolon, a tab or a vertical bar.
import-error-not-text = This is not a table: neither text nor an XLSX workbook.
import-error-old-spreadsheet = This is an old (XLS) or password-protected workbook. Save it as XLSX without a password, or as CSV.
import-error-other-package = This is a packed file but not an XLSX workbook. Save the sheet as XLSX or CSV.
import-error-no-such-sheet = There is no sheet { $name }; the workbook has: { $found }
import-error-bad-spreadsheet = The workbook cannot be read: { $reason }
import-error-bad-rule = { $rule } is not of the form heading=field.
import-error-too-many-rules = There are more than { $limit } rules for columns.
import-error-unknown-field = There is no field { $field }. The fields are: { $allowed }
import-error-no-such-column = There is no column { $column }. The file has: { $found }
import-error-two-columns = The columns { $first } and { $second } both hold { $field }. Say which: { $second }=ignore
import-error-missing-column = No column holds { $field }. The file has: { $found }. Rename the heading to one of { $allowed }, or say which column it is.
