//! What is said at the rehearsal, in six languages.

/// Tag and words of one saying.
pub type Words = &'static [(&'static str, &'static str)];

/// The series.
pub const SERIES: Words = &[
    ("en", "Dialogue of Organisations (rehearsal)"),
    ("fr", "Dialogue des organisations (répétition)"),
    ("es", "Diálogo de organizaciones (ensayo)"),
    ("ar", "حوار المنظمات (تجربة)"),
    ("ru", "Диалог организаций (репетиция)"),
    ("zh", "组织对话（演练）"),
];

/// The summit's theme.
pub const THEME: Words = &[
    ("en", "Dress rehearsal: clean water for everybody"),
    ("fr", "Répétition générale : de l’eau propre pour tous"),
    ("es", "Ensayo general: agua limpia para todos"),
    ("ar", "تجربة عامة: مياه نظيفة للجميع"),
    ("ru", "Генеральная репетиция: чистая вода для всех"),
    ("zh", "彩排：人人享有清洁用水"),
];

/// The plenary.
pub const PLENARY: Words = &[
    ("en", "Plenary (rehearsal)"),
    ("fr", "Plénière (répétition)"),
    ("es", "Plenaria (ensayo)"),
    ("ar", "الجلسة العامة (تجربة)"),
    ("ru", "Пленарное заседание (репетиция)"),
    ("zh", "全体会议（演练）"),
];

/// The first item of the agenda.
pub const DEBATE: Words = &[
    ("en", "General debate"),
    ("fr", "Débat général"),
    ("es", "Debate general"),
    ("ar", "المناقشة العامة"),
    ("ru", "Общие прения"),
    ("zh", "一般性辩论"),
];

/// The second item of the agenda.
pub const ADOPTION: Words = &[
    ("en", "Adoption of the joint statement"),
    ("fr", "Adoption de la déclaration commune"),
    ("es", "Aprobación de la declaración conjunta"),
    ("ar", "اعتماد البيان المشترك"),
    ("ru", "Принятие совместного заявления"),
    ("zh", "通过联合声明"),
];

/// The statement's title.
pub const STATEMENT: Words = &[
    ("en", "Joint statement on clean water (rehearsal)"),
    ("fr", "Déclaration commune sur l’eau propre (répétition)"),
    ("es", "Declaración conjunta sobre el agua limpia (ensayo)"),
    ("ar", "بيان مشترك بشأن المياه النظيفة (تجربة)"),
    ("ru", "Совместное заявление о чистой воде (репетиция)"),
    ("zh", "关于清洁用水的联合声明（演练）"),
];

/// The statement's paragraphs with their kinds.
pub const PARAGRAPHS: &[(&str, Words)] = &[
    (
        "preambular",
        &[
            ("en", "Recalling that this is a rehearsal, and that nothing said here binds anybody,"),
            ("fr", "Rappelant que ceci est une répétition et que rien de ce qui y est dit n’engage quiconque,"),
            ("es", "Recordando que esto es un ensayo y que nada de lo que aquí se dice obliga a nadie,"),
            ("ar", "إذ نشير إلى أن هذه تجربة وأن ما يقال هنا لا يلزم أحدا،"),
            ("ru", "напоминая, что это репетиция и что сказанное здесь никого не обязывает,"),
            ("zh", "忆及这是一次演练，此处所言对任何人均无约束力，"),
        ],
    ),
    (
        "preambular",
        &[
            ("en", "Convinced that every person needs clean water,"),
            ("fr", "Convaincus que chacun a besoin d’eau propre,"),
            ("es", "Convencidos de que toda persona necesita agua limpia,"),
            ("ar", "واقتناعا منا بأن كل إنسان يحتاج إلى مياه نظيفة،"),
            ("ru", "убеждённые в том, что каждому человеку нужна чистая вода,"),
            ("zh", "深信人人都需要清洁用水，"),
        ],
    ),
    (
        "operative",
        &[
            ("en", "Resolve to share what we know about keeping water clean;"),
            ("fr", "Décidons de partager ce que nous savons sur la préservation de l’eau ;"),
            ("es", "Resolvemos compartir lo que sabemos sobre el cuidado del agua;"),
            ("ar", "نعقد العزم على تبادل ما نعرفه عن الحفاظ على نظافة المياه؛"),
            ("ru", "постановляем делиться знаниями о сохранении чистоты воды;"),
            ("zh", "决心分享我们所知的保持水质清洁的方法；"),
        ],
    ),
    (
        "operative",
        &[
            ("en", "Invite all organisations to support wells and pipes in their region;"),
            ("fr", "Invitons toutes les organisations à soutenir les puits et les conduites de leur région ;"),
            ("es", "Invitamos a todas las organizaciones a apoyar los pozos y las tuberías de su región;"),
            ("ar", "ندعو جميع المنظمات إلى دعم الآبار والأنابيب في مناطقها؛"),
            ("ru", "предлагаем всем организациям поддержать колодцы и водопроводы в своих регионах;"),
            ("zh", "邀请所有组织支持本地区的水井和管道建设；"),
        ],
    ),
    (
        "operative",
        &[
            ("en", "Agree to meet again and to report on what was done."),
            ("fr", "Convenons de nous réunir à nouveau et de rendre compte de ce qui a été fait."),
            ("es", "Acordamos reunirnos de nuevo e informar sobre lo realizado."),
            ("ar", "نتفق على الاجتماع مجددا وتقديم تقرير عما تم إنجازه."),
            ("ru", "соглашаемся встретиться снова и сообщить о сделанном."),
            ("zh", "同意再次举行会议并报告所做的工作。"),
        ],
    ),
];

/// The words of the two reservations.
pub const RESERVATIONS: [&str; 2] = [
    "The delegation understands this paragraph within the limits of its own statutes (rehearsal).",
    "The delegation cannot yet name a date for this paragraph (rehearsal).",
];
