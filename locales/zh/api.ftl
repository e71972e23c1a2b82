# What programs that use the API are told.
api-not-found = 此地址没有内容。地址清单见/api/v1/openapi.json。
api-no-key = 每项行为都须带有Idempotency-Key标头，内含专用的UUID：以同一键值再次发送时，只执行一次。
api-not-json = 正文不是JSON。请将该行为的各字段作为一个JSON对象发送。
api-too-large = 正文大于{ $limit }MiB。请将列表分批发送。
api-not-a-position = 这不是日志的序号。序号为从0开始的整数。
