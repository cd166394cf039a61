"use server"

import { cookies } from "next/headers"
import { redirect } from "next/navigation"
import { z } from "zod"
import { publicAction } from "@/lib/identity/action"
import { env } from "@/lib/platform/env"
import { AnswerQuestion, answerQuestion as answerQuestionCommand } from "./answer-question"
import { confirmEmail as confirmEmailCommand } from "./confirm-email"
import { receivedCookie } from "./received-cookie"
import { requestForm } from "./request-door"
import { withdrawRequest as withdrawRequestCommand } from "./withdraw-request"

const ByToken = z.object({ token: z.string().min(20).max(200) })

/** The public form. Takes React's form state and the form; answers with the form as it was typed, or goes on to the receipt. */
export const submitRequest = requestForm(async ({ number, at }) => {
  const jar = await cookies()
  if (number) jar.set(receivedCookie, number, { httpOnly: true, secure: env().isSecure, sameSite: "lax", path: "/request", maxAge: 3600 })
  else jar.delete({ name: receivedCookie, path: "/request" })
  redirect(at ? `/request/received?at=${at}` : "/request/received")
})

export const confirmEmail = publicAction("request:confirm", ByToken, confirmEmailCommand)

export const withdrawRequest = publicAction("request:withdraw", ByToken, withdrawRequestCommand)

export const answerQuestion = publicAction("request:answer", AnswerQuestion, answerQuestionCommand)
