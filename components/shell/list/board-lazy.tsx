"use client"
import dynamic from "next/dynamic"

/** The board, whose scripts only those load who look at one. */
export const Board = dynamic(() => import("./board").then((part) => part.Board))
