import { Icon } from "./icon.tsx";

/** Options of {@link Choices}. */
export type ChoicesProps<Value extends string> = {
  legend: string;
  name: string;
  value: Value;
  options: readonly { value: Value; name: string; text?: string; disabled?: boolean; lang?: string }[];
  onChange: (value: Value) => void;
  tall?: boolean;
};

/** A group of radio buttons with big targets. */
export function Choices<Value extends string>(props: ChoicesProps<Value>) {
  return (
    <fieldset class="group">
      <legend>{props.legend}</legend>
      <div class="choices">
        {props.options.map((option) => (
          <label
            key={option.value}
            class={props.tall ? "choice tall" : "choice"}
            data-disabled={option.disabled || undefined}
          >
            <input
              type="radio"
              name={props.name}
              value={option.value}
              checked={option.value === props.value}
              disabled={option.disabled}
              onChange={() => props.onChange(option.value)}
            />
            <span>
              <span class="name" lang={option.lang}>
                {option.name}
              </span>
              {option.text && <span class="text">{option.text}</span>}
            </span>
            {option.disabled && <Icon name="locked" size={20} />}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
