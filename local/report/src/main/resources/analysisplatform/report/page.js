(() => {
  'use strict';
  const root = document.documentElement;
  const figures = [...document.querySelectorAll('figure[data-chart]')];
  let drawn = [];

  const colour = name => getComputedStyle(root).getPropertyValue(name).trim();
  const series = index => colour('--c' + (index % 8 + 1));
  const language = () => root.lang;
  const short = value => new Intl.NumberFormat(language(), {notation: 'compact', maximumFractionDigits: 2}).format(value);
  const full = value => new Intl.NumberFormat(language(), {maximumFractionDigits: 3}).format(value);
  const cut = (text, length) => [...text].length > length ? [...text].slice(0, length - 1).join('') + '…' : text;

  const DAY = 86400000;
  const dayNumber = text => Date.parse(text + 'T00:00:00Z') / DAY;
  const dayText = number => new Date(number * DAY).toISOString().slice(0, 10);

  // Ticks on days or first days of months, as many as have room.
  function dayTicks(min, max, room) {
    const span = max - min;
    for (const step of [1, 2, 7, 14]) {
      if (span / step < room) {
        const ticks = [];
        for (let day = max; day >= min; day -= step) ticks.unshift({value: day, label: dayText(day).slice(5)});
        return ticks;
      }
    }
    for (const step of [1, 2, 3, 6, 12, 24, 60, 120]) {
      const ticks = [];
      const first = new Date(min * DAY);
      let month = Math.ceil((first.getUTCFullYear() * 12 + first.getUTCMonth() + (first.getUTCDate() > 1 ? 1 : 0)) / step) * step;
      for (; ; month += step) {
        const value = Date.UTC(Math.floor(month / 12), month % 12, 1) / DAY;
        if (value > max) break;
        ticks.push({value, label: dayText(value).slice(0, 7)});
      }
      if (ticks.length <= room) return ticks;
    }
    return [];
  }

  const marks = {
    id: 'marks',
    afterDatasetsDraw(chart, ignored, options) {
      const {ctx, scales: {x}, chartArea} = chart;
      ctx.save();
      ctx.font = '12px system-ui, sans-serif';
      if (options.target !== null && options.horizontal) {
        const place = x.getPixelForValue(options.target);
        ctx.strokeStyle = colour('--bad');
        ctx.setLineDash([4, 4]);
        ctx.beginPath();
        ctx.moveTo(place, chartArea.top);
        ctx.lineTo(place, chartArea.bottom);
        ctx.stroke();
      }
      if (options.horizontal) {
        ctx.fillStyle = colour('--ink');
        ctx.textBaseline = 'middle';
        chart.getDatasetMeta(0).data.forEach((bar, index) => {
          const value = chart.data.datasets[0].data[index];
          if (value !== null) ctx.fillText(short(value), Math.max(bar.x, bar.base) + 6, bar.y);
        });
      }
      ctx.restore();
    },
  };

  // Without neighbours there is no line that could show the value.
  const alone = (values, at) => (values[at - 1] ?? null) === null && (values[at + 1] ?? null) === null;

  function days(data, spark) {
    const numbers = data.labels.map(dayNumber);
    const few = numbers.length < 40;
    const datasets = data.series.map((one, index) => ({
      label: one.label[language()],
      data: one.data.map((y, at) => ({x: numbers[at], y})),
      borderColor: series(index),
      backgroundColor: series(index),
      borderWidth: 2,
      pointRadius: one.data.map((y, at) => spark ? (at === numbers.length - 1 || alone(one.data, at) ? 3 : 0) : few || alone(one.data, at) ? 3 : 0),
      pointHitRadius: 8,
      spanGaps: false,
      clip: 6,
    }));
    const min = Math.min(...numbers);
    const max = Math.max(...numbers);
    const from = min === max ? min - 1 : min;
    const to = min === max ? max + 1 : max;
    if (data.target !== null && !spark) {
      datasets.push({
        label: {ja: '目標', en: 'Target'}[language()],
        data: [{x: from, y: data.target}, {x: to, y: data.target}],
        borderColor: colour('--bad'),
        backgroundColor: colour('--bad'),
        borderDash: [5, 4],
        borderWidth: 1.5,
        pointRadius: 0,
      });
    }
    return {
      type: 'line',
      data: {datasets},
      options: {
        interaction: {mode: 'nearest', axis: 'x', intersect: false},
        scales: {
          x: {
            type: 'linear', display: !spark, min: from, max: to,
            afterBuildTicks: axis => { axis.ticks = dayTicks(min, max, Math.max(2, Math.floor(axis.width / 76))); },
            ticks: {callback: (value, index, ticks) => ticks[index].label ?? dayText(value), maxRotation: 0, autoSkip: false},
            grid: {display: false},
          },
          y: {display: !spark, grace: '8%'},
        },
        plugins: {tooltip: {callbacks: {title: items => items.length ? dayText(items[0].parsed.x) : ''}}},
      },
    };
  }

  function stacked(data) {
    return {
      type: 'bar',
      data: {
        labels: data.labels,
        datasets: data.series.map((one, index) => ({
          label: one.label[language()], data: one.data, backgroundColor: series(index),
          borderColor: colour('--surface'), borderWidth: {top: 1}, maxBarThickness: 72,
        })),
      },
      options: {
        scales: {
          x: {stacked: true, grid: {display: false}, ticks: {maxRotation: 0, autoSkipPadding: 12, callback(value) { return data.labels[value].slice(data.labels[0].slice(0, 4) === data.labels.at(-1).slice(0, 4) ? 5 : 0); }}},
          y: {stacked: true},
        },
      },
    };
  }

  function bars(data, canvas) {
    canvas.parentElement.style.height = Math.max(240, data.labels.length * 30 + 16) + 'px';
    const narrow = canvas.parentElement.clientWidth < 400;
    return {
      type: 'bar',
      data: {
        labels: data.labels,
        datasets: [{label: data.series[0].label[language()], data: data.series[0].data, backgroundColor: series(0), borderRadius: 3, maxBarThickness: 22}],
      },
      options: {
        indexAxis: 'y',
        layout: {padding: {right: 64}},
        scales: {
          x: {beginAtZero: true, display: false, suggestedMax: data.target ?? undefined},
          y: {
            grid: {display: false}, border: {display: false},
            ticks: {color: colour('--ink'), callback(value) { return cut(this.getLabelForValue(value), narrow ? 12 : 22); }},
          },
        },
        plugins: {legend: {display: false}},
      },
    };
  }

  function settings(kind, data, canvas) {
    const made = kind === 'bar' ? bars(data, canvas) : kind === 'stacked' ? stacked(data) : days(data, kind === 'spark');
    const {options} = made;
    options.responsive = true;
    if (kind === 'spark') options.layout = {padding: 5};
    options.maintainAspectRatio = false;
    options.animation = false;
    options.plugins = options.plugins ?? {};
    options.plugins.marks = {horizontal: kind === 'bar', target: data.target};
    options.plugins.legend = {
      display: kind !== 'spark' && kind !== 'bar' && made.data.datasets.length > 1,
      position: 'bottom',
      labels: {boxWidth: kind === 'line' ? 22 : 12, boxHeight: 12, usePointStyle: kind === 'line', pointStyle: kind === 'line' ? 'line' : undefined, color: colour('--ink'), generateLabels: chart => Chart.defaults.plugins.legend.labels.generateLabels(chart).map(item => ({...item, text: cut(item.text, 24)}))},
    };
    const tooltip = options.plugins.tooltip ?? {};
    tooltip.callbacks = {
      ...tooltip.callbacks,
      label: item => {
        const value = kind === 'bar' ? item.parsed.x : item.parsed.y;
        return ' ' + cut(item.dataset.label, 30) + ': ' + full(value) + ' ' + data.unit;
      },
    };
    options.plugins.tooltip = tooltip;
    const y = options.scales.y;
    if (kind !== 'bar') {
      y.ticks = {callback: short, maxTicksLimit: 6};
      y.border = {display: false};
    }
    made.plugins = [marks];
    return made;
  }

  function draw() {
    drawn.forEach(chart => chart.destroy());
    Chart.defaults.color = colour('--quiet');
    Chart.defaults.borderColor = colour('--grid');
    Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
    Chart.defaults.font.size = 12;
    drawn = figures.map(figure => {
      const canvas = figure.querySelector('canvas');
      const data = JSON.parse(figure.querySelector('script').textContent);
      const chart = new Chart(canvas, settings(figure.dataset.chart, data, canvas));
      const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
      figure.dataset.drawn = String(pixels.some(byte => byte > 0));
      return chart;
    });
    root.dataset.fits = String(root.scrollWidth <= root.clientWidth);
  }

  function speak(wanted) {
    root.lang = wanted;
    document.querySelectorAll('[data-language]').forEach(button =>
      button.setAttribute('aria-pressed', String(button.dataset.language === wanted)));
    draw();
  }

  document.querySelectorAll('[data-language]').forEach(button =>
    button.addEventListener('click', () => speak(button.dataset.language)));
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
  let opened = [];
  addEventListener('beforeprint', () => {
    root.classList.add('printing');
    opened = [...document.querySelectorAll('details.masks:not([open])')];
    opened.forEach(details => { details.open = true; });
    draw();
  });
  addEventListener('afterprint', () => {
    root.classList.remove('printing');
    opened.forEach(details => { details.open = false; });
    draw();
  });
  draw();
})();
