# Photos of members.
photo-title = Photo
photo-of = Photo of { $name }
photo-none = There is no photo yet. It helps the venue’s desk to recognise whoever shows the badge.
photo-file = Picture
photo-hint = JPEG or PNG, at most { $limit } MB. The face upright and alone. It is shown to the secretariat, your focal point and the desk of the venue, and nobody else.
photo-set = Upload the photo
photo-replace = Replace the photo
photo-remove = Remove the photo
photo-remove-sure = Remove this photo? It is erased.
done-set-photo = The photo is kept.
done-remove-photo = The photo is erased.
refusal-photo-verified = This member was verified already, so the photo may be changed by the secretariat alone. Send it to the secretariat.
refusal-no-photo = There is no photo to remove.
invalid-not-a-picture = This file cannot be read as a picture. Choose a JPEG or PNG file that opens on your device.
invalid-picture-size = Each side of the picture must be from { $min } to { $max } pixels long. Crop or scale it, then choose it again.
invalid-file-too-large = This file is too large; at most { $limit } MB are taken. Scale the picture down, then choose it again.
