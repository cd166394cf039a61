export { ListLoading as default } from "@/components/sales/list-loading"
