// Buttons, links and selects as action rows.

import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import { markOf } from '../../bot/mark.ts';
import type { Control } from '../../bot/reply.ts';

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;
type Button = Exclude<Control, { kind: 'select' }>;

const buttonsInRow = 5;

/** Five buttons to a row, a select in a row of its own, in the order given. */
export function rowsOf(controls: readonly Control[]): readonly Row[] {
  const rows: APIComponentInMessageActionRow[][] = [];
  for (const control of unlike(controls)) {
    const last = rows.at(-1);
    const component = control.kind === 'select' ? select(control) : button(control);
    if (last && fits(component, last)) last.push(component);
    else rows.push([component]);
  }
  return rows.map((components) => ({ type: ComponentType.ActionRow, components }));
}

function fits(
  component: APIComponentInMessageActionRow,
  row: readonly APIComponentInMessageActionRow[],
): boolean {
  const ofButtons = [component, ...row].every(({ type }) => type === ComponentType.Button);
  return ofButtons && row.length < buttonsInRow;
}

/** Discord refuses a message with one custom_id twice; the bot takes such a mark off again. */
function unlike(controls: readonly Control[]): readonly Control[] {
  const taken = new Set<string>();
  return controls.map((control, index) => {
    if (control.kind === 'link') return control;
    const press = taken.has(control.press) ? control.press + markOf(String(index)) : control.press;
    taken.add(press);
    return { ...control, press };
  });
}

const styles = { primary: ButtonStyle.Primary, danger: ButtonStyle.Danger } as const;

function button(control: Button): APIButtonComponent {
  const shared = { type: ComponentType.Button as const, label: control.label };
  if (control.kind === 'link') return { ...shared, style: ButtonStyle.Link, url: control.url };
  return {
    ...shared,
    style: control.style ? styles[control.style] : ButtonStyle.Secondary,
    custom_id: control.press,
    ...(control.disabled && { disabled: true }),
  };
}

function select(control: Extract<Control, { kind: 'select' }>): APIStringSelectComponent {
  return {
    type: ComponentType.StringSelect,
    custom_id: control.press,
    placeholder: control.label,
    options: control.choices.map(({ label, value }) => ({ label, value })),
  };
}
