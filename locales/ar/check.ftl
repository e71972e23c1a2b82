# «تحقّق بنفسك»: دليل رقم من الأرقام، والتحقق منه في متصفح القارئ.
check-title = تحقّق بنفسك
check-explain = يستطيع أي شخص أن يعيد حساب هذا الرقم من دون هذا الموقع. الدليل ملف واحد: السجل العام كله والنصوص التي يستند إليها الرقم.
check-download = تنزيل الدليل
check-command = ببرنامج Hemicycle على حاسوبك، من دون اتصال:
check-start = التحقق في هذا المتصفح
check-start-hint = يُنزَّل الدليل مرة واحدة. وبعد ذلك يتحقق متصفحك بنفسه من كل توقيع ولا يسأل هذا الموقع شيئا آخر.
check-progress = تقدّم التحقق

# The answer
check-holds = الأرقام صحيحة.
check-fails = الأرقام غير صحيحة.
check-unable = لم يتمكن هذا المتصفح من التحقق. وهذا لا يقول شيئا عن الأرقام.
check-unable-hint = استخدم متصفحا حديثا عبر https، أو البرنامج.
check-what = ما جرى عدّه
check-figure-organisations = المنظمات المؤيدة
check-figure-countries = البلدان
check-figure-by-key = بمفتاح المنظمة نفسها
check-figure-by-passkey = بمفتاح مرور أحد الممثلين
check-figure-on-paper = على الورق
check-figure-before-correction = على حدة: الإجراءات المتعلقة بالنص قبل تصويبه
check-figure-yes = المؤيدون
check-figure-no = المعارضون
check-figure-abstain = الممتنعون
check-figure-not-participating = الحاضرون غير المشاركين في التصويت
check-figure-absent = الأصوات غير المستعملة
check-figure-registered = الأشخاص المسجلون
check-figure-accredited = الأشخاص المعتمدون
check-figure-present = الأشخاص الحاضرون
check-figure-organisations-present = المنظمات الحاضرة
check-position = القيود المعدودة
check-checkpoint = قيود السجل عند توقيعه
check-origin = السجل
check-root = بصمة القيود جميعها
check-witnesses = الشهود الذين شاركوا في التوقيع
check-no-witnesses = لم يشارك أي شاهد في التوقيع: لا يضمن السجل سوى توقيعه نفسه.
check-accreditors = بصمات مفاتيح جهات الاعتماد
check-threshold = عدد جهات الاعتماد التي يجب أن توقع معا
check-policy-warning = قائمة من يوثق بهم جاءت مع الدليل نفسه. قارن البصمات بتلك التي تنشرها جهات الاعتماد في مكان آخر.
check-skipped = قيود غير صالحة لا تُحتسب
check-no-skipped = كل قيد في السجل صالح.
check-entry = القيد
check-code = الرمز
check-reason = السبب

# Where a check failed
check-step-archive = الملف ليس دليلا.
check-step-policy = قائمة من يوثق بهم خاطئة.
check-step-checkpoint = التوقيعات على السجل خاطئة أو غير كافية.
check-step-tree = القيود ليست تلك التي وُقّعت.
check-step-entries = أحد القيود يُبطل السجل كله.
check-step-blobs = نص أو وثيقة أخرى مفقودة أو جرى تغييرها.
check-step-claim = الأرقام ليست ما يعطيه السجل.

# What is proven and what is not
check-proven = ما يثبته هذا
check-proven-keys = أي مفتاح شهد بماذا، وبأي ترتيب دخل ذلك السجل.
check-proven-count = أن إعادة العدّ على القيود كلها، من دون إغفال أي منها، تعطي هذه الأرقام بالضبط.
check-proven-text = أن الإجراءات تتعلق بهذه النصوص بعينها، إلى آخر حرف، بكل لغة.
check-not-proven = ما لا يثبته هذا
check-not-proven-organisations = أن منظمة ما موجودة، ولا أين هي: فذلك يعتمد على جهات الاعتماد.
check-not-proven-passkey = ما عرضته الشاشة: فمفتاح المرور يثبت إجراء على هذا الموقع. ولا يستبعد هذا الموقعَ إلا مفتاح المنظمة نفسها حين يُستعمل في مكان آخر. ويُعدّ كل نوع على حدة.
check-not-proven-now = أن هذه أحدث حالة: فالدليل الأقدم يبقى صحيحا بالنسبة إلى حجمه.
check-not-proven-withheld = أن أي إجراء لم يُحجب: فما لم يدخل السجل قط لا يترك أثرا سوى إيصال موقّعه.
check-not-proven-witnesses = أي شيء بشهود هم والسجل في يد واحدة.
check-not-proven-presence = أن أشخاصا كانوا هناك: فالحضور يشهد به مفتاح موظف وحده.
check-not-proven-page = أن هذه الصفحة أمينة: فقد جاءت من هذا الموقع. والبرنامج المأخوذ من مكان آخر يستبعد ذلك.
# What the page says beside the record
check-same = يعطي السجل في هذه اللحظة الأرقام نفسها التي في هذه الصفحة.
check-differs = ليس كل ما في هذه الصفحة في السجل
check-page-and-record = { $page } في هذه الصفحة، و{ $record } في السجل
check-unsigned = إجراءات اتُّخذت بلا توقيع: { $count }. لا يستطيع أحد غيرنا التحقق منها، ولذلك تُعدّ في هذه الصفحة وليست في السجل.
check-presence-waits = يدخل الحضور السجل في دفعات مدة كل منها خمس دقائق أو أكثر، لئلا يُقرأ فيه وقت وصول أحد؛ وتدخله الوفود خلال ثوان.
check-presence-stays = يعدّ السجل كل من حضر مؤتمر القمة في أي وقت؛ وتعدّ هذه الصفحة الحاضرين الآن.
check-not-in-record = هذا الرقم ليس في السجل القابل للتحقق
check-not-in-record-about = يمكن حسابه من جديد من البيانات المصدَّرة، وهي تستند إلى كلمة هذا الخادم.
check-endorsements = تحققوا بأنفسكم من التأييدات
check-signed-before = التأييدات الموقّعة في السجل السابق: { $count }
check-signed-before-about = ترد توقيعاتها في السجل { $log } وتثبتها أدلته. ويسمي هذا السجل كل قيد منها ببصمته ويحسبه ورقيا إلى أن توقّع المنظمة من جديد.
check-poll-before = يرد هذا التصويت في السجل السابق
check-poll-before-about = فُتح في عهد السجل { $log } ولا يرد في السجل الذي يخلفه. وأدلة ذلك السجل تثبت ما يحويه من هذا التصويت.
