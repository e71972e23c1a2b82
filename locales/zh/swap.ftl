# Swapping places on the list of speakers.
swap-title = 互换发言次序
swap-about = 对方代表团同意后，双方的次序即互换。在此之前一切不变，您可以撤回提议。
swap-with = 与哪个代表团互换
swap-with-hint = 名单上等待发言的代表团，按位次排列。
swap-option = { $place }. { $name }
swap-propose = 提议互换
swap-alone = 名单上没有其他代表团
swap-alone-next = 有其他代表团要求发言后，您即可提议互换发言次序。
swap-not-listed = 贵代表团不在此名单上
swap-not-listed-next = 请先要求发言，然后即可提议互换发言次序。
swap-to-page = 提议互换发言次序
act-decline-swap = 拒绝互换
act-withdraw-swap = 撤回提议
done-decline-swap = 互换发言次序的提议已被拒绝。次序不变。
done-withdraw-swap = 您互换发言次序的提议已撤回。
