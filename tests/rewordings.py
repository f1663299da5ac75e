"""Changes and how editors tell of them in plain words: what the notice check reads."""

from __future__ import annotations

from typing import NamedTuple


class Rewording(NamedTuple):
    """A change, and a paragraph of a notice that tells of it."""

    heading: str
    before: str
    after: str
    told: str


ENGLISH = (
    Rewording(
        "2. Web logs",
        "We keep these logs for 13 months.",
        "We keep these logs for 18 months.",
        "Our computers note which pages are opened. From now on these notes stay with "
        "us for a year and a half, 18 months instead of 13.",
    ),
    Rewording(
        "3. Cookies",
        "",
        "Our advertising partners place cookies on your device to show you ads on "
        "other websites.",
        "Ad networks will put small files on your phone or computer. With them they "
        "choose the ads that you see elsewhere.",
    ),
    Rewording(
        "5. Location",
        "We collect your location only when you ask for a nearby clinic.",
        "We collect your precise location while the app is open.",
        "As long as the app is open, we will know exactly where you are. Until now we "
        "looked only when you searched for a clinic near you.",
    ),
    Rewording(
        "8. Surveys",
        "Your answers are never linked to your name.",
        "Your answers may be linked to your member number.",
        "What you answer in a survey can be connected with your member number. So far "
        "nobody could tell whose answers they were.",
    ),
    Rewording(
        "12. Disclosures",
        "We share your email address with service providers.",
        "We share your email address with service providers and data brokers.",
        "Firms that trade in data, called data brokers, will get your email address.",
    ),
    Rewording(
        "15. Your rights",
        "You can ask us to delete your account at any time.",
        "",
        "The promise that we delete your account when you ask is gone.",
    ),
    Rewording(
        "16. Children",
        "Children under 13 may not use the forum.",
        "Children under 16 may not use the forum.",
        "Our forum will be for people of 16 and older. Until now you could join at 13.",
    ),
    Rewording(
        "17. Transfers",
        "We store your claims in the United States.",
        "We store your claims in the United States and in India.",
        "Some of your claims will be kept on computers in India.",
    ),
    Rewording(
        "18. Security",
        "Messages are encrypted on the way and while they are stored.",
        "Messages are encrypted on the way.",
        "Messages that you send us stay encrypted while they travel. We no longer "
        "promise that they are encrypted when they are stored.",
    ),
    Rewording(
        "19. Automated decisions",
        "",
        "A computer program decides whether your request for a rebate is granted.",
        "If you apply for a rebate, software will say yes or no to your request.",
    ),
    Rewording(
        "20. Contact",
        "You can write to our privacy officer in Marisol Springs.",
        "You can write to our privacy officer in Oakfield.",
        "The address of the privacy officer is now in Oakfield.",
    ),
)

SPANISH = (
    Rewording(
        "2. Registros web",
        "Conservamos estos registros durante 13 meses.",
        "Conservamos estos registros durante 18 meses.",
        "Nuestros sistemas anotan qué páginas se abren. Guardaremos esas notas 18 "
        "meses en lugar de 13.",
    ),
    Rewording(
        "5. Ubicación",
        "",
        "Recopilamos su ubicación exacta mientras la aplicación está abierta.",
        "Mientras tenga abierta la aplicación, sabremos su ubicación exacta.",
    ),
    Rewording(
        "12. Divulgaciones",
        "Compartimos su correo electrónico con proveedores de servicios.",
        "Compartimos su correo electrónico con proveedores de servicios y anunciantes.",
        "Empresas anunciantes van a recibir su dirección de correo.",
    ),
    Rewording(
        "15. Sus derechos",
        "Puede pedirnos que eliminemos su cuenta en cualquier momento.",
        "",
        "Ya no prometemos eliminar su cuenta cuando lo pida.",
    ),
    Rewording(
        "18. Seguridad",
        "Los mensajes se cifran durante el envío y mientras se almacenan.",
        "Los mensajes se cifran durante el envío.",
        "Ya no decimos que los mensajes almacenados estén cifrados.",
    ),
)
