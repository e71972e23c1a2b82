import { HemicycleChart } from "./chart";
import { CountDown, learnTime } from "./clock";
import { KeyMap } from "./keys";
import { startLive } from "./live";
import { LocalTime } from "./local-time";
import { PasskeyButton } from "./passkey";
import { closingMenus, CopyText, focusProblems } from "./small";

learnTime();
customElements.define("live-region", class extends HTMLElement {});
customElements.define("count-down", CountDown);
customElements.define("local-time", LocalTime);
customElements.define("key-map", KeyMap);
customElements.define("hemicycle-chart", HemicycleChart);
customElements.define("copy-text", CopyText);
customElements.define("passkey-button", PasskeyButton);
closingMenus();
focusProblems();
startLive();
