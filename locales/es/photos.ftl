# Photos of members.
photo-title = Foto
photo-of = Foto de { $name }
photo-none = Todavía no hay foto. Ayuda al mostrador de la sede a reconocer a quien muestra la tarjeta.
photo-file = Imagen
photo-hint = JPEG o PNG, { $limit } MB como máximo. El rostro derecho y solo. Se muestra únicamente a la secretaría, a su punto de contacto y al mostrador de la sede.
photo-set = Subir la foto
photo-replace = Sustituir la foto
photo-remove = Suprimir la foto
photo-remove-sure = ¿Suprimir esta foto? Se borrará.
done-set-photo = La foto se conserva.
done-remove-photo = La foto se ha borrado.
refusal-photo-verified = Este miembro ya está verificado, por lo que solo la secretaría puede cambiar la foto. Envíela a la secretaría.
refusal-no-photo = No hay ninguna foto que suprimir. Puede subirse una.
invalid-not-a-picture = Este archivo no puede leerse como imagen. Elija un archivo JPEG o PNG que se abra en su dispositivo.
invalid-picture-size = Cada lado de la imagen debe medir entre { $min } y { $max } píxeles. Recórtela o redimensiónela y elíjala de nuevo.
invalid-file-too-large = Este archivo es demasiado grande; se aceptan { $limit } MB como máximo. Reduzca la imagen y elíjala de nuevo.
