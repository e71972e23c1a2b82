# Photos of members.
photo-title = Photo
photo-of = Photo : { $name }
photo-none = Il n’y a pas encore de photo. Elle aide l’accueil du lieu de réunion à reconnaître la personne qui présente le badge.
photo-file = Image
photo-hint = JPEG ou PNG, { $limit } Mo au plus. Le visage droit et seul. Elle n’est montrée qu’au secrétariat, à votre point de contact et à l’accueil du lieu de réunion.
photo-set = Envoyer la photo
photo-replace = Remplacer la photo
photo-remove = Supprimer la photo
photo-remove-sure = Supprimer cette photo ? Elle sera effacée.
done-set-photo = La photo est conservée.
done-remove-photo = La photo est effacée.
refusal-photo-verified = Ce membre a déjà été vérifié : seul le secrétariat peut changer la photo. Envoyez-la au secrétariat.
refusal-no-photo = Il n’y a pas de photo à supprimer. Une photo peut être envoyée.
invalid-not-a-picture = Ce fichier ne peut pas être lu comme une image. Choisissez un fichier JPEG ou PNG qui s’ouvre sur votre appareil.
invalid-picture-size = Chaque côté de l’image doit mesurer de { $min } à { $max } pixels. Recadrez-la ou redimensionnez-la, puis choisissez-la de nouveau.
invalid-file-too-large = Ce fichier est trop volumineux ; { $limit } Mo au plus sont acceptés. Réduisez l’image, puis choisissez-la de nouveau.
