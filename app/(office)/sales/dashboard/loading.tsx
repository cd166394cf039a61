export { DashboardLoading as default } from "@/components/sales/dashboard/dashboard-loading"
