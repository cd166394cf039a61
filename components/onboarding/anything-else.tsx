import { FormPart } from "@/components/onboarding/form-part"
import type { Filling } from "@/components/onboarding/request-line"
import { Checkbox } from "@/components/ui/checkbox"
import { Field } from "@/components/ui/field"
import { Textarea } from "@/components/ui/textarea"

export function AnythingElse({ filling: { values, errors, hold } }: { filling: Filling }) {
  return (
    <FormPart title="Anything else">
      <Field
        size="public"
        id="comments"
        label="Comments"
        mark="optional"
        hint="What you buy, how often, where we deliver. Up to 2,000 characters."
        error={errors.comments?.message}
      >
        {(control) => <Textarea {...control} {...hold("comments")} defaultValue={values.comments} />}
      </Field>
      <Checkbox
        size="public"
        id="agree"
        {...hold("agree")}
        value="on"
        label="I agree to the terms and conditions"
        required
        defaultChecked={values.agree !== ""}
        error={errors.agree?.message}
        hint={
          <a className="link" href="/terms" target="_blank" rel="noopener">
            Read the terms and conditions
          </a>
        }
        className="mt-2"
      />
    </FormPart>
  )
}
