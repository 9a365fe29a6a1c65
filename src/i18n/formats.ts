/** Dates, numbers and sizes as the reader's language writes them, by `Intl`. */

/** A moment: a `Date`, an ISO 8601 text as REST gives it, or milliseconds since 1970. */
export type Moment = Date | string | number;

export interface Formats {
  /** `16:42` */
  formatTime: (moment: Moment) => string;
  /** `Today`, `Yesterday`, `12 November`, in another year `12 November 2025` */
  formatDay: (moment: Moment, now?: Date) => string;
  /** `28 Nov`, in another year `28 Nov 2025` */
  formatDate: (moment: Moment, now?: Date) => string;
  /** `28 Nov, 16:42`; today only the time */
  formatDateTime: (moment: Moment, now?: Date) => string;
  formatNumber: (value: number) => string;
  /** bytes as `1.2 MB` (1000 bytes are a kilobyte) */
  formatSize: (bytes: number) => string;
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'];

/** `locale` is BCP 47; moments are shown in the browser's time zone. What is no moment gives an empty text. */
export function makeFormats(locale: string): Formats {
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
  const number = new Intl.NumberFormat(locale);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });

  const date = (moment: Moment, now: Date, month: 'long' | 'short') =>
    withDate(moment, (day) => {
      const year = day.getFullYear() === now.getFullYear() ? {} : ({ year: 'numeric' } as const);
      return new Intl.DateTimeFormat(locale, { day: 'numeric', month, ...year }).format(day);
    });

  const formats: Formats = {
    formatTime: (moment) => withDate(moment, (day) => time.format(day)),
    formatDay: (moment, now = new Date()) =>
      withDate(moment, (day) => {
        const days = daysBetween(day, now);
        if (days !== 0 && days !== -1) return date(day, now, 'long');
        const word = relative.format(days, 'day');
        return word.charAt(0).toLocaleUpperCase(locale) + word.slice(1);
      }),
    formatDate: (moment, now = new Date()) => date(moment, now, 'short'),
    formatDateTime: (moment, now = new Date()) =>
      withDate(moment, (day) => {
        const clock = time.format(day);
        return daysBetween(day, now) === 0 ? clock : `${date(day, now, 'short')}, ${clock}`;
      }),
    formatNumber: (value) => number.format(value),
    formatSize: (bytes) => {
      const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
      const unit = units[power] ?? 'byte';
      const maximumFractionDigits = power === 0 ? 0 : 1;
      return new Intl.NumberFormat(locale, {
        style: 'unit',
        unit,
        unitDisplay: 'short',
        maximumFractionDigits,
      }).format(bytes / 1000 ** power);
    },
  };
  return formats;
}

function withDate(moment: Moment, format: (date: Date) => string): string {
  const date = new Date(moment);
  return Number.isNaN(date.getTime()) ? '' : format(date);
}

/** Calendar days in the reader's zone; yesterday is -1. Days of 23 and 25 hours round right. */
function daysBetween(date: Date, now: Date): number {
  const midnight = (day: Date) => new Date(day.getFullYear(), day.getMonth(), day.getDate()).getTime();
  return Math.round((midnight(date) - midnight(now)) / 86_400_000);
}
