# Signing: keys, devices and what the public record takes.
refusal-signature-required = 此行为须经签名：用您登记的设备、贵组织自己的密钥，或通过秘书处以书面方式（{ $symbol }）。
refusal-signed-otherwise = 所签内容并非此行为：“{ $field }”不同。未作任何记录；请重新阅读案文后再签名。
refusal-record-overtaken = 贵组织的另一人刚刚签名。请再次查看案文，如仍属贵方意愿，请重新签名。（{ $reason }）
refusal-record-bytes-used = 此内容先前已签名并提交。请返回页面获取新的字节并予以签名。（{ $reason }）
refusal-record-form = 所签内容不是本记录册的条目。请完全照页面给出的字节取用并签名。（{ $reason }）
refusal-record-signature = 签名与所签内容不符。请用页面指明的密钥或设备重新签名。（{ $reason }）
refusal-record-signer = 签名者无权签署此内容。请用贵组织自己的密钥、贵代表团已登记的设备，或由记录册指定者签名。（{ $reason }）
refusal-record-device = 该设备无权或不再有权签名。请在您的设备页面登记设备，或用贵组织自己的密钥签名。（{ $reason }）
refusal-record-organisation = 该组织在公开记录册中未获认证。请询问秘书处；其全权证书获接受后即可采取行动。（{ $reason }）
refusal-record-text-in-force = 案文此间已更正或被替换。请查看现行案文并予以签名。（{ $reason }）
refusal-record-text-taken = 公开记录册已有该文号的案文或同一案文。请开始订正；订正本有自己的文号。（{ $reason }）
refusal-record-characters = 案文中有某些读者看到会有所不同的字符。请替换后重试。（{ $reason }）
refusal-record-poll = 表决此间已有进展。请再次查看表决：其中显示仍可采取的行动。（{ $reason }）
refusal-record-refuses = 公开记录册无法接受，未作任何记录。请将您的操作和此行内容告知秘书处：{ $reason }。
refusal-accreditors-sign-elsewhere = 认证人自行保管密钥。请将待签内容交给他们，再提交已签名的条目。
refusal-entry-has-its-own-way = “{ $kind }”类条目不在此提交：它由其自身的行为产生。
refusal-no-record-kept = 本系统未保存可核验的记录册，因此无法签名。秘书处可以开始建立记录册。
refusal-no-device = 您尚未登记用于签名的设备。请登记一台，或用贵组织自己的密钥签名。
refusal-device-not-appointed = 您的设备已登记，但尚未在公开记录册中获得指定。由认证人或贵组织自己的密钥予以指定。
refusal-device-ended = 此设备已不再签名。
refusal-too-many-devices = 您已登记{ $limit }台设备，已达上限。请用贵组织自己的密钥或以书面方式签名。
refusal-nothing-to-sign = 此行为无需签名。
refusal-acts-made-already = 已有组织就本届峰会的案文采取行动：是否需要签名已不能更改。
invalid-not-a-key = 请按所示填写base64url格式的值，不加填充。
organisations-by-key = 用组织密钥签名
organisations-by-passkey = 用设备签名
refusal-key-signature-required = 联络人只能以组织自己的密钥行事。请对页面给出的字节签名，然后在此提交签名。
refusal-key-rotates-itself = 贵组织已有密钥。由现行密钥签署下一密钥；如密钥丢失，秘书处将请认证人处理。
refusal-ceremony-over = 用时过长，或已作答。请重新开始。
refusal-no-passkeys-here = 通行密钥在本网站的地址上不可用：需要summit.example.org这样的域名。请用贵组织自己的密钥签名。
refusal-passkey-refused = 未能接受设备的应答。没有记录任何内容。请重试，或使用其他设备。
refusal-passkey-unknown = 此通行密钥未在此登记，或已被撤销。请使用信函中的链接，或向秘书处索取新链接。

letter-receipt-proof =
    在公开记录中，这是条目 { $entry }。行为作出数秒后，其回执见 { $receipt }。请予保存：配合从您信任的一方取得的记录政策，无需本服务器即可证明该条目在记录之中（hemicycle verify）。
letter-receipt-authority-subject = 回执：谁代表{ $organisation }签名
letter-receipt-authority-body =
    { $name }，您好：

    { $act ->
        [rotate] { $organisation }在公开记录中的密钥已更换。此后以原密钥签名的内容一律不予接受。
        [delegate] 已指定一台设备代表{ $organisation }签名：{ $rep }。
       *[revoke] 一台设备不再代表{ $organisation }签名：{ $rep }。此前的签名仍然有效。
    }

    如这并非贵组织的意愿，请立即致函秘书处。
