# Words that the secretariat's, the focal point's and the desk's pages share.
amend = Amend
save = Save
cancel = Cancel
actions = Actions
all = All
reason = Reason
reason-hint = One sentence. The focal point reads it, and it stands on the record.
breadcrumb = Where you are
pages-of-list = Pages of the list
search-label = Search
search-button = Search
nothing-found = Nothing was found
nothing-found-next = Search for a part of the name, or show all again.
international = International
country = Country
country-hint = Leave it out for an international body: it counts as an organisation and never as a country.
category = Category
short-name = Short name
website = Website
umbrella = Umbrella organisation
umbrella-members = Members of this umbrella
external-id = Number in your own register
external-id-hint = By it a list that is imported later recognises the organisation.
organisation-id-hint = Its number in the directory, such as org-12.
organisation-names = Name
names-hint = Give the name in every language in which it is known. One is enough.


role = Role
roles = Roles
rank = Rank
rank-hint = A delegation has one head of delegation, representatives, alternates and advisers.
rank-alternate = Alternate
rank-adviser = Adviser
rank-acting = acts as representative
rank-left = { $rank } ({ $left ->
    [one] { $left } place left
   *[other] { $left } places left
})

credentials = Credentials
credentials-invited = Invited
credentials-submitted = Submitted
credentials-verified = Verified
credentials-accepted = Accepted
credentials-challenged = Challenged
credentials-deferred = Deferred
credentials-rejected = Rejected
credentials-revoked = Revoked

standing = Accreditation
standing-entered = Entered
standing-pending = To be accepted
standing-accredited = Accredited
standing-withdrawn = Withdrawn
standing-ended = Ended

person-name = Name
person-unnamed = Name not known
person-given = Given names
person-family = Family name
person-function = Function
person-email = E-mail address
person-email-hint = Letters go there. Without it the secretariat prints them.
person-phone = Telephone
person-language = Language of letters
present-where = Present
present-remote = Remotely
present-not = Not present

count-organisations-invited = organisations invited
count-registered = registered
count-accredited = accredited
office-present = present
count-here = present here
