//! Every limit of the domain in one place; each refusal names its limit.

/// Longest name of an organisation, meeting or venue, in characters.
pub const NAME_CHARS: usize = 200;
/// Longest short name or acronym, in characters.
pub const SHORT_NAME_CHARS: usize = 40;
/// Longest single line of explanation or reason, in characters.
pub const LINE_CHARS: usize = 500;
/// Longest paragraph of a text, in characters.
pub const PARAGRAPH_CHARS: usize = 10_000;
/// Most paragraphs of a text.
pub const PARAGRAPHS: usize = 400;
/// Most languages in which one thing is named or written.
pub const LANGUAGES: usize = 24;
/// Most organisations in the directory.
pub const ORGANISATIONS: usize = 20_000;
/// Most venues of a summit.
pub const VENUES: usize = 1_000;
/// Most meetings of a summit.
pub const MEETINGS: usize = 2_000;
/// Most agenda items of a meeting.
pub const ITEMS: usize = 100;
/// Most members of one delegation.
pub const DELEGATION_MEMBERS: usize = 500;
/// Most entries on one list of speakers.
pub const SPEAKERS: usize = 2_000;
/// Longest time limit for a speech, in seconds.
pub const SPEECH_SECONDS: u32 = 3 * 3600;
/// Most reservations on one text.
pub const RESERVATIONS: usize = 2_000;
/// Most revisions of one text.
pub const REVISIONS: usize = 50;
/// Most corrections of one text, whatever became of them.
pub const CORRECTIONS: usize = 50;
/// Longest window for objections to a correction, in minutes: 366 days.
pub const WINDOW_MINUTES: u32 = 366 * 24 * 60;
/// Most acts (endorsements, declinations, withdrawals) on one text.
pub const ACTS: usize = 100_000;
/// Most polls of a deployment.
pub const POLLS: usize = 100_000;
/// Most organisations that may vote in one poll: its entry in the record names them all.
pub const ELECTORATE: usize = 2_000;
/// How often one organisation may have its intention in one poll minuted.
pub const INTENTIONS: usize = 3;
/// Most votes of one organisation, where votes have weights.
pub const WEIGHT: u32 = 1_000_000;
/// Most texts of a deployment.
pub const TEXTS: usize = 5_000;
/// How many past command ids are remembered to recognise a repetition.
pub const REMEMBERED_COMMANDS: usize = 262_144;
/// Most summits of a deployment.
pub const SUMMITS: usize = 1_000;
/// Most organisations that convene one summit.
pub const CONVENERS: usize = 100;
/// Most keynotes of a meeting.
pub const KEYNOTES: usize = 50;
/// Longest meeting, in hours.
pub const MEETING_HOURS: i64 = 24;
/// Most delegations of one organisation to one summit: rivals, and those rejected or revoked before.
pub const DELEGATIONS_PER_SEAT: usize = 8;
/// Most members entered by one command.
pub const MEMBERS_PER_COMMAND: usize = 20_000;
/// Most events of a command that accepts many delegations at once.
pub const EVENTS_PER_COMMAND: usize = 4_096;
/// Most signing devices that one person registers.
pub const DEVICES: usize = 20;
/// Most entries signed elsewhere that are brought in at once.
pub const ENTRIES_PER_COMMAND: usize = 4_096;
/// Most scans a venue hands in at once after it was offline.
pub const SCANS_PER_COMMAND: usize = 2_000;
/// Stays remembered of one person, to recognise a badge scanned at two venues.
pub const STAYS: usize = 32;
/// Most lines kept of the minutes of one meeting.
pub const MINUTES: usize = 20_000;
/// Largest photo of a member as it is kept, in bytes.
pub const PHOTO_BYTES: usize = 256 * 1024;
