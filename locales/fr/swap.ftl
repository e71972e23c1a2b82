# Swapping places on the list of speakers.
swap-title = Échange de tours de parole
swap-about = Les deux tours de parole sont échangés lorsque l’autre délégation accepte. D’ici là rien ne bouge, et vous pouvez reprendre la proposition.
swap-with = Avec quelle délégation
swap-with-hint = Celles qui attendent sur la liste, dans l’ordre de leurs rangs.
swap-option = { $place }. { $name }
swap-propose = Proposer l’échange
swap-alone = Personne d’autre ne figure sur la liste
swap-alone-next = Vous pourrez proposer un échange dès qu’une autre délégation demandera la parole.
swap-not-listed = Votre délégation ne figure pas sur cette liste
swap-not-listed-next = Demandez d’abord la parole ; vous pourrez ensuite proposer un échange.
swap-to-page = Proposer un échange
act-decline-swap = Refuser l’échange
act-withdraw-swap = Reprendre la proposition
done-decline-swap = La proposition d’échange est refusée. Rien ne bouge.
done-withdraw-swap = Votre proposition d’échange est reprise.
