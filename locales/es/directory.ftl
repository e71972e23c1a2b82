# Refusals of the directory: each says what would be allowed.
refusal-directory-changed = Entretanto otra persona registró una organización. No se ha registrado nada de esta lista: revísela de nuevo y regístrela después.
refusal-directory-full = El directorio ya contiene el máximo de organizaciones: { $limit }. Modifique fichas existentes en lugar de añadir otras.
refusal-umbrella-has-members = Hay organizaciones que son miembros de esta organización coordinadora. Modifique antes sus fichas; después podrá suprimirse.
refusal-organisation-has-delegation = Esta organización tiene o tuvo una delegación, por lo que su ficha se conserva con el registro. Modifique la ficha en lugar de suprimirla.
refusal-organisation-has-seats = Alguien ocupa un puesto por esta organización. Ponga antes fin a esos puestos; después podrá suprimirse.
